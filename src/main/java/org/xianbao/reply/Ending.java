package org.xianbao.reply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xianbao.judge.Judged;

/** What the name of a reply ends with, by what the bytes of the workbook are: Excel opens none that ends otherwise. */
final class Ending {
    private static final int OLE2 = 0xD0;
    private static final int LONGEST = 1 << 20;
    private static final String MACROS = "macroEnabled";

    private Ending() {}

    /** Of the workbook itself where it can be marked, else of a new one. */
    static String of(Path original, Judged judged) throws IOException {
        if (NoticePage.isFor(judged)) {
            return ".xlsx";
        }
        try (InputStream in = Files.newInputStream(original)) {
            if (in.read() == OLE2) {
                return ".xls";
            }
        }
        try (ZipFile zip = ZipFile.builder().setPath(original).get()) {
            ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
            return types != null
                            && new String(zip.getInputStream(types).readNBytes(LONGEST), StandardCharsets.UTF_8)
                                    .contains(MACROS)
                    ? ".xlsm"
                    : ".xlsx";
        }
    }
}
