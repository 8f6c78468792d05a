package org.xianbao.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.print.PrintedEdition;
import org.xianbao.export.sdmx.SdmxCsv;
import org.xianbao.export.sdmx.SdmxStructure;
import org.xianbao.export.table.DataPackage;
import org.xianbao.export.table.TidyCsv;

/** Writes an edition's files. The same edition gives the same bytes, whenever and wherever it is exported. */
public final class Export {
    private Export() {}

    /**
     * Writes the files; one that is there already is replaced, and is never seen half written.
     *
     * @return the files, in order
     */
    public static List<Path> write(PublishedEdition edition, Set<ExportFormat> formats, Path directory)
            throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : contents(edition, formats).entrySet()) {
            Path path = directory.resolve(file.getKey());
            replace(path, file.getValue());
            written.add(path);
        }
        return written;
    }

    /** Path below the directory to content. */
    static Map<String, byte[]> contents(PublishedEdition edition, Set<ExportFormat> formats) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        String name = edition.name();
        for (ExportFormat format : formats) {
            switch (format) {
                case XLSX -> files.put(name + ".xlsx", PrintedEdition.of(edition));
                case CSV -> files.put(name + ".csv", utf8(TidyCsv.of(edition)));
                case SDMX -> {
                    files.put("sdmx/" + name + ".csv", utf8(SdmxCsv.of(edition)));
                    files.put("sdmx/structure.json", utf8(SdmxStructure.of(edition)));
                }
                case PACKAGE ->
                    DataPackage.of(edition).forEach((file, text) -> files.put("datapackage/" + file, utf8(text)));
            }
        }
        return files;
    }

    /** Writes a file as a whole or not at all. */
    public static void replace(Path path, byte[] content) throws IOException {
        Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
        Path partial = directory.resolve("." + path.getFileName() + ".part");
        try {
            Files.write(partial, content);
            Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
