package org.xianbao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.SampleNight;
import org.xianbao.load.Store;

/** Every figure that has been reported of the programme is traced to cells, and these add up to it. */
class FactsTraceTest {
    private static final Path FIGURES = Path.of("src/test/resources/facts/figures.tsv");
    private static final int ALL = 10_000;

    record Line(String indicator, String region, String period, String source, BigDecimal value) {}

    static Stream<Line> figures() throws IOException {
        return Files.readAllLines(FIGURES).stream().skip(1).map(line -> {
            String[] cells = line.split("\t", -1);
            return new Line(cells[1], cells[2], cells[3], cells[4], new BigDecimal(cells[5]));
        });
    }

    private static Trace trace(Line line) throws SQLException {
        List<Trace> traces = SampleNight.bean(Tracing.class)
                .trace(new Asked(line.indicator(), line.region(), line.period(), null, line.source(), ALL, ALL));
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void endsAtCellsWhoseContentAddsUpToIt(Line line) throws SQLException {
        assertThat(SampleNight.outcome().accepted()).isPositive();

        Trace trace = trace(line);

        assertThat(trace.figure().value()).isEqualByComparingTo(line.value());
        assertThat(trace.sum()).isEqualByComparingTo(line.value());
        assertThat(trace.contributions()).isNotEmpty().allSatisfy(c -> {
            assertThat(c.proof().rows()).isPositive();
            assertThat(c.proof().differing()).as("%s", c.proof().examples()).isZero();
            assertThat(c.proof().unread()).isNull();
            assertThat(c.proof().agrees()).isTrue();
            assertThat(c.cells()).isNotEmpty();
            assertThat(c.cells().stream().mapToLong(ColumnCells::count).sum())
                    .isEqualTo(c.proof().cells());
        });
        assertThat(trace.holds()).isTrue();
    }

    /** By another reader of workbooks. */
    @ParameterizedTest
    @MethodSource("figures")
    void showsWhatStandsInTheWorkbook(Line line) throws SQLException, IOException {
        for (Contribution contribution : trace(line).contributions()) {
            Path file =
                    SampleNight.bean(Store.class).path(contribution.submission().hash());
            try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
                var sheet = workbook.getSheetAt(contribution.submission().sheetIndex());
                assertThat(sheet.getSheetName())
                        .isEqualTo(contribution.submission().sheet());
                for (ColumnCells column : contribution.cells()) {
                    assertThat(column.shown()).hasSize((int) column.count());
                    for (ColumnCells.Cell cell : column.shown()) {
                        CellReference at = new CellReference(cell.address());
                        var row = sheet.getRow(at.getRow());
                        Cell real = row == null ? null : row.getCell(at.getCol());
                        if (!column.personal()) {
                            assertSame(cell, real);
                        }
                    }
                }
            }
        }
    }

    private static void assertSame(ColumnCells.Cell told, @Nullable Cell real) {
        if (real == null) {
            assertThat(told.reported()).isNull();
            return;
        }
        CellType type = real.getCellType() == CellType.FORMULA ? real.getCachedFormulaResultType() : real.getCellType();
        switch (type) {
            case BLANK -> assertThat(told.reported()).isNull();
            case NUMERIC -> assertThat(number(told, real)).isEqualByComparingTo(number(real));
            case STRING -> assertThat(told.reported()).isEqualTo(real.getStringCellValue());
            default -> assertThat(told.reported()).as(told.address()).isNotNull();
        }
    }

    private static BigDecimal number(Cell real) {
        return BigDecimal.valueOf(real.getNumericCellValue());
    }

    private static BigDecimal number(ColumnCells.Cell told, Cell real) {
        String text = String.valueOf(told.reported());
        if (text.endsWith("%")) {
            return new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2);
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? number(real) : new BigDecimal(text);
    }
}
