package org.xianbao.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xianbao.workbook.Refusal.Kind;

/** Opens a file by what its bytes are; its name says nothing. */
public final class Workbooks {

    private Workbooks() {}

    /**
     * Opens a file for reading. Whatever the bytes are, they give a workbook or a refusal.
     *
     * @throws UncheckedIOException when the file itself cannot be read: it is not there, or the disk fails
     */
    public static Opening open(Path file) {
        Signature signature;
        try {
            signature = Signature.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return switch (signature) {
                case ZIP -> zip(file);
                case OLE2 -> XlsWorkbook.open(file);
                default -> new Refusal(signature.refusal(), signature.detail());
            };
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return failed(e);
        }
    }

    /** Messages of parsers quote what they read, so only our own are passed on. */
    private static Refusal failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge) {
                return new Refusal(Kind.TOO_LARGE, String.valueOf(cause.getMessage()));
            }
            if (cause instanceof Malformed) {
                return new Refusal(Kind.UNREADABLE, String.valueOf(cause.getMessage()));
            }
        }
        return new Refusal(Kind.UNREADABLE, failure.getClass().getSimpleName());
    }

    private static Opening zip(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | RuntimeException e) {
            return new Refusal(Kind.TRUNCATED, "a zip whose directory, which stands at its end, cannot be read");
        }
        if (zip.getEntry("xl/workbook.bin") != null && zip.getEntry("xl/workbook.xml") == null) {
            zip.close();
            return new Refusal(Kind.BINARY_XLSB, "a package with a binary workbook in it");
        }
        ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
        if (types != null) {
            return XlsxWorkbook.open(zip);
        }
        try (zip) {
            ZipArchiveEntry entry = zip.getEntry("mimetype");
            if (entry == null) {
                return new Refusal(Kind.NOT_A_WORKBOOK, "a zip without an Office package in it");
            }
            String type = new String(zip.getInputStream(entry).readNBytes(128), StandardCharsets.US_ASCII).trim();
            return type.startsWith("application/vnd.oasis.opendocument.spreadsheet")
                    ? new Refusal(Kind.OPEN_DOCUMENT, "an OpenDocument spreadsheet")
                    : new Refusal(Kind.NOT_A_WORKBOOK, "a zip that is no workbook");
        }
    }

    /** How many leading bytes tell what a file is. */
    static byte[] head(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }
}
