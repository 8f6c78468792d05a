package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.xianbao.LibreOffice;
import org.xianbao.cell.CellAddress;
import org.xianbao.judge.Check;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.Workbooks;

/** LibreOffice opens every blank form and every filled one, calculates and saves them, and all is as it was. */
class SecondProgramTest {
    private static Check check;

    private final Path saved;
    private final Path own;
    private final Path given;
    private final Path directory;

    SecondProgramTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.saved = Files.createDirectories(directory.resolve("saved"));
        this.given = Files.createDirectories(directory.resolve("given"));
        this.own = Files.createDirectories(directory.resolve("own"));
    }

    @BeforeAll
    static void prepare() throws Exception {
        LibreOffice.assumeInstalled("blank forms are not opened in a second program");
        check = BlankFormTest.check();
    }

    @Test
    void readsBlankAndFilledFormsAlike() throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        for (BlankFormTest.Sent sent : BlankFormTest.sent()) {
            String name = sent.definition().file().toString().replaceAll("\\W", "-");
            if (seen.add(name)) {
                List<Values.Row> rows = BlankFormTest.rows(sent);
                Path blank = BlankFormTest.blank(sent, rows.size() + 3, own.resolve(name + "-blank.xlsx"));
                Path filled =
                        new Filled(BlankFormTest.DEFINITIONS, blank).with(rows, own.resolve(name + "-filled.xlsx"));
                withoutResults(filled, given.resolve(name + "-filled.xlsx"));
                withoutResults(blank, given.resolve(name + "-blank.xlsx"));
            }
        }

        try (Stream<Path> files = Files.list(given)) {
            LibreOffice.save(files.sorted().toList(), LibreOffice.XLSX, saved, directory);
        }

        for (String name : seen) {
            assertThat(cells(saved.resolve(name + "-blank.xlsx")))
                    .isEqualTo(cells(own.resolve(name + "-blank.xlsx")))
                    .hasSizeGreaterThan(10);
            assertThat(cells(saved.resolve(name + "-filled.xlsx")))
                    .isEqualTo(cells(own.resolve(name + "-filled.xlsx")));
            assertThat(check.check(saved.resolve(name + "-filled.xlsx"), List.of())
                            .findings())
                    .isEqualTo(check.check(own.resolve(name + "-filled.xlsx"), List.of())
                            .findings())
                    .allSatisfy(f -> assertThat(f.rule()).isEqualTo("figure-not-stated"));
        }
    }

    /** A copy whose formulas have no results yet: the other program has to find them. */
    private static void withoutResults(Path file, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.FORMULA) {
                            CTCell stored = ((XSSFCell) cell).getCTCell();
                            stored.unsetV();
                            if (stored.isSetT()) {
                                stored.unsetT();
                            }
                        }
                    }));
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
    }

    /** Each cell that holds something, with its sheet and its address. */
    private static List<String> cells(Path file) {
        List<String> cells = new ArrayList<>();
        try (Workbook workbook = (Workbook) Workbooks.open(file)) {
            for (Sheet sheet : workbook.sheets()) {
                try (SheetCursor cursor = workbook.read(sheet)) {
                    while (cursor.next()) {
                        Row row = cursor.row();
                        for (int c = 0; c < row.width(); c++) {
                            if (row.kind(c) != org.xianbao.cell.CellKind.BLANK) {
                                cells.add(sheet.name() + "!" + new CellAddress(row.number(), c) + " " + row.kind(c)
                                        + " " + row.text(c));
                            }
                        }
                    }
                }
            }
        }
        return cells;
    }
}
