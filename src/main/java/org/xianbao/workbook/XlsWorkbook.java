package org.xianbao.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.xianbao.workbook.Refusal.Kind;

/**
 * A BIFF8 workbook (Excel 97 to 2003, and {@code .et} of WPS, which is the same inside). POI opens the container and
 * cuts the stream into records. A sheet of this format has at most 65,536 rows, so it is gathered before it is walked:
 * its rows come in order whatever order they were written in.
 */
final class XlsWorkbook implements Workbook {
    private final POIFSFileSystem container;
    private final DocumentEntry stream;
    private final XlsGlobals globals;

    private XlsWorkbook(POIFSFileSystem container, DocumentEntry stream, XlsGlobals globals) {
        this.container = container;
        this.stream = stream;
        this.globals = globals;
    }

    static Opening open(Path file) throws IOException {
        POIFSFileSystem container;
        try {
            container = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            return new Refusal(Kind.TRUNCATED, "an OLE2 file whose allocation table cannot be read");
        }
        Opening opening = null;
        try {
            opening = open(container);
            return opening;
        } finally {
            if (!(opening instanceof Workbook)) {
                container.close();
            }
        }
    }

    private static Opening open(POIFSFileSystem container) throws IOException {
        DirectoryNode root = container.getRoot();
        if (entry(root, "EncryptedPackage") != null) {
            return new Refusal(Kind.PASSWORD, "an encrypted package");
        }
        DocumentEntry stream = entry(root, "Workbook");
        if (stream == null) {
            return withoutWorkbook(root);
        }
        try {
            if (!isWhole(stream)) {
                return new Refusal(Kind.TRUNCATED, "an OLE2 file that ends within its workbook stream");
            }
            XlsGlobals globals = XlsGlobals.read(stream);
            return globals.isBiff8()
                    ? new XlsWorkbook(container, stream, globals)
                    : new Refusal(Kind.BIFF5, "a workbook stream older than BIFF8");
        } catch (EncryptedDocumentException e) {
            return new Refusal(Kind.PASSWORD, "a workbook stream with a FILEPASS record");
        }
    }

    private static Refusal withoutWorkbook(DirectoryNode root) {
        if (entry(root, "Book") != null) {
            return new Refusal(Kind.BIFF5, "a Book stream");
        }
        List<String> names = new ArrayList<>();
        for (Entry entry : root) {
            names.add(entry.getName());
        }
        String all = String.join(", ", names).toLowerCase(Locale.ROOT);
        boolean wps = all.contains("wps") || all.contains("kso") || all.contains("kingsoft") || all.contains("etdoc");
        return new Refusal(wps ? Kind.WPS : Kind.NOT_A_WORKBOOK, "an OLE2 file without a workbook stream");
    }

    private static @Nullable DocumentEntry entry(DirectoryNode root, String name) {
        for (Entry entry : root) {
            if (entry.getName().equalsIgnoreCase(name) && entry instanceof DocumentEntry document) {
                return document;
            }
        }
        return null;
    }

    /** Whether every byte the container promises is there: records cut off by a failed transfer show at the end. */
    private static boolean isWhole(DocumentEntry stream) {
        byte[] buffer = new byte[64 << 10];
        long left = stream.getSize();
        try (InputStream in = new DocumentInputStream(stream)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                left -= read;
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return left == 0;
    }

    @Override
    public List<Sheet> sheets() {
        return globals.sheets();
    }

    @Override
    public SheetCursor read(Sheet sheet) {
        try {
            return new XlsCursor(XlsCells.read(stream, globals, sheet));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof WorkbookBroken broken
                    ? broken
                    : new WorkbookBroken("sheet \"" + sheet.name() + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException e) {
            // it was only read; nothing is lost
        }
    }
}
