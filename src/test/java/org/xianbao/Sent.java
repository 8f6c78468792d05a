package org.xianbao;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook as a county sends it. */
public final class Sent implements AutoCloseable {
    private static final int LONGEST_NUMBER = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Path file;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook();

    public Sent(Path file) {
        this.file = file;
    }

    /**
     * A sheet of rows from row 1 on, cells parted by {@code |}; an empty cell stays blank, what looks like a number is one, and a
     * row that begins with {@code ~} is hidden.
     */
    public Sent sheet(String name, Stream<String> rows) {
        Sheet sheet = workbook.createSheet(name);
        rows.forEach(line -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.setZeroHeight(line.startsWith("~"));
            String[] cells = line.replaceFirst("^~", "").split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].isEmpty()) {
                    fill(row.createCell(c), cells[c]);
                }
            }
        });
        return this;
    }

    public Sent sheet(String name, String... rows) {
        return sheet(name, Stream.of(rows));
    }

    private static void fill(Cell cell, String text) {
        if (text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?")) {
            cell.setCellValue(Double.parseDouble(text));
        } else {
            cell.setCellValue(text);
        }
    }

    /** Writes it, as of a day in the calendar of files. */
    public Path on(String day) {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
        return dated(file, day);
    }

    /** Gives a file the time of a day's midnight. */
    public static Path dated(Path file, String day) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(day + "T00:00:00Z")));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The citizen ID of the nth invented person of a county, with its check digit (GB 11643). */
    public static String id(String county, int n) {
        String body = "%s19%02d%02d%02d%03d"
                .formatted(county, 60 + n / 1000 % 40, 1 + n / 40_000 % 12, 1 + n / 480_000 % 28, n % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
