package org.xianbao.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xianbao.cell.Slice;

/**
 * Measures the bare parse: a roster of one million rows and fifteen columns, made once under {@code target/}, read
 * some times to its end. Run with {@code java -Xmx256m -cp target/test-classes:target/classes:… }.
 */
final class ParseThroughput {
    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 15;
    private static final int NAMES = 200_000;

    private ParseThroughput() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of("target", "roster-1m.xlsx");
        if (!Files.exists(file)) {
            write(file);
        }
        for (int round = 0; round < 4; round++) {
            long cpu = cpu();
            long wall = System.nanoTime();
            long bytes = parse(file);
            double cpuSeconds = (cpu() - cpu) / 1e9;
            double seconds = (System.nanoTime() - wall) / 1e9;
            Runtime runtime = Runtime.getRuntime();
            long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
            System.out.printf(
                    Locale.ROOT,
                    "%.2f s, %.2f CPU s, %,.0f rows/s, %d MB heap in use, %d MB of cell content%n",
                    seconds,
                    cpuSeconds,
                    ROWS / seconds,
                    heap,
                    bytes >> 20);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long parse(Path file) {
        long bytes = 0;
        try (Workbook workbook = (Workbook) Workbooks.open(file);
                SheetCursor cursor = workbook.read(workbook.sheets().get(0))) {
            while (cursor.next()) {
                Row row = cursor.row();
                for (int column = 0; column < row.width(); column++) {
                    Slice slice = row.slice(column);
                    bytes += slice.length();
                }
            }
        }
        return bytes;
    }

    private static void write(Path file) throws IOException {
        Ooxml frame = Ooxml.rows("").formats("yyyy/m/d", "0.0%");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            frame.writeFrame(zip);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            out.write("<sst xmlns='" + Ooxml.MAIN + "'>");
            for (int i = 0; i < NAMES; i++) {
                out.write("<si><t>金寨县第" + i + "村张某</t></si>");
            }
            out.write("</sst>");
            out.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write("<worksheet xmlns='" + Ooxml.MAIN + "'><sheetData>");
            for (int row = 1; row <= ROWS; row++) {
                writeRow(out, row);
            }
            out.write("</sheetData></worksheet>");
            out.flush();
        }
    }

    private static void writeRow(Writer out, int row) throws IOException {
        out.write("<row r=\"" + row + "\" spans=\"1:15\">");
        for (int column = 0; column < COLUMNS; column++) {
            String reference = "<c r=\"" + (char) ('A' + column) + row + "\"";
            out.write(reference
                    + switch (column % 5) {
                        case 0 -> " s=\"1\" t=\"s\"><v>" + (row * 31L + column) % NAMES + "</v></c>";
                        case 1 -> "><v>" + (row + column) + "</v></c>";
                        case 2 -> " s=\"1\"><v>" + (40_000 + row % 4_000) + "</v></c>";
                        case 3 -> " t=\"inlineStr\"><is><t>3411241970010" + (10_000 + row % 80_000) + "</t></is></c>";
                        default -> " s=\"2\"><v>" + (row % 1000) / 1000.0 + "</v></c>";
                    });
        }
        out.write("</row>");
    }
}
