package org.xianbao.export.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of a zip file: an .xlsx is one, and every entry carries the time at which it was written. */
final class Zips {
    private Zips() {}

    /** The same entries in the same order, all of this time. */
    static byte[] dated(byte[] zip, Instant time) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry dated = new ZipEntry(entry.getName());
                dated.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                to.putNextEntry(dated);
                in.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
