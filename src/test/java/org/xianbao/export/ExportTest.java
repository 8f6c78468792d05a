package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.SampleNight;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Statistic;

class ExportTest {
    private static final Set<ExportFormat> ALL = EnumSet.allOf(ExportFormat.class);

    private final Path directory;

    ExportTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "2018Q3"})
    void theTidyTableHoldsEveryFigureAsItIsPublished(String period) throws Exception {
        PublishedEdition edition = Exported.edition(period);

        List<String> told = new ArrayList<>();
        for (Exported.CsvRow row : Exported.csv(text(edition, edition.name() + ".csv"))) {
            told.add(String.join(
                    "|",
                    row.get("indicator"),
                    row.get("region"),
                    row.get("source"),
                    row.get("value"),
                    row.get("unit"),
                    row.get("status"),
                    row.get("numerator"),
                    row.get("denominator"),
                    row.get("reported"),
                    row.get("expected"),
                    sign(row.get("qualifier"))));
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(figures(period)).hasSizeGreaterThan(100);
    }

    private static String sign(String qualifier) {
        return switch (qualifier) {
            case "" -> "=";
            case "rounded" -> "= (rounded)";
            default -> qualifier;
        };
    }

    private static List<String> figures(String period) throws SQLException {
        List<String> figures = new ArrayList<>();
        try (Connection connection = SampleNight.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select concat_ws('|', indicator, region, source,"
                        + " coalesce(value::text, ''), unit, status, coalesce(numerator::text, ''),"
                        + " coalesce(denominator::text, ''), reported, expected, qualifier)"
                        + " from stats.figures where period = '" + period + "'")) {
            while (row.next()) {
                figures.add(row.getString(1));
            }
        }
        return figures;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "2018Q3"})
    void thePrintedNumbersAreThePublishedOnesAndStayNumbers(String period) throws IOException {
        PublishedEdition edition = Exported.edition(period);

        try (XSSFWorkbook workbook = printed(edition)) {
            Map<String, Cell> cells = cells(workbook);
            int compared = 0;
            for (Figure f : edition.figures()) {
                if (f.published() && f.value() != null) {
                    Cell cell = cell(cells, f.statistic(), f.region());
                    assertThat(cell.getNumericCellValue()).isEqualTo(f.value().doubleValue());
                    assertThat(shown(cell))
                            .startsWith(f.qualifier().before())
                            .endsWith(f.qualifier().behind());
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(100);
        }
    }

    /** The value cells of the theme sheets, by indicator and region. */
    private static Map<String, Cell> cells(XSSFWorkbook workbook) {
        Map<String, Cell> cells = new HashMap<>();
        for (Sheet sheet : workbook) {
            Row head = sheet.getRow(4);
            if (head == null
                    || head.getCell(1) == null
                    || !head.getCell(1).toString().equals("代码")) {
                continue;
            }
            for (Row row : sheet) {
                Cell code = row.getCell(1);
                for (int c = 2;
                        code != null && code.toString().matches("\\d{6,9}") && c < row.getLastCellNum();
                        c += 2) {
                    if (row.getCell(c).getCellType() != CellType.BLANK) {
                        cells.put(head.getCell(c) + "|" + code, row.getCell(c));
                    }
                }
            }
        }
        return cells;
    }

    private static Cell cell(Map<String, Cell> cells, Statistic statistic, String region) {
        String key = statistic.title().zh() + "|" + region;
        return Objects.requireNonNull(cells.get(key), key);
    }

    private static String shown(Cell cell) {
        return new DataFormatter().formatCellValue(cell);
    }

    @Test
    void eachThemeThatComparesCountiesHasAChartOfPublishedFigures() throws IOException {
        PublishedEdition edition = Exported.edition("2018");

        try (XSSFWorkbook workbook = printed(edition)) {
            Set<Double> values = new HashSet<>();
            edition.figures().stream()
                    .filter(f -> f.value() != null)
                    .forEach(f -> values.add(f.value().doubleValue()));
            int charts = 0;
            for (Sheet sheet : workbook) {
                if (((XSSFSheet) sheet).getDrawingPatriarch() != null) {
                    charts += ((XSSFSheet) sheet)
                            .getDrawingPatriarch()
                            .getCharts()
                            .size();
                }
            }
            List<Double> drawn = new ArrayList<>();
            for (Row row : workbook.getSheet("图表数据")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC) {
                        drawn.add(cell.getNumericCellValue());
                    }
                }
            }
            assertThat(charts).isEqualTo(edition.themes().size());
            assertThat(drawn).isNotEmpty().allMatch(values::contains);
        }
    }

    @Test
    void whatIsSuppressedOrStatedBySeveralSaysSoEverywhere() throws IOException {
        PublishedEdition edition = Invented.edition();

        try (XSSFWorkbook workbook = printed(edition)) {
            Map<String, Cell> cells = cells(workbook);
            assertThat(cell(cells, Invented.PERSONS, "140000").getStringCellValue())
                    .isEqualTo("未公布");
            assertThat(shown(cell(cells, Invented.PERSONS, "140223"))).isEqualTo("6,300.0余");
            Cell flag = beside(cell(cells, Invented.PERSONS, "140223"));
            assertThat(flag.getStringCellValue()).isEqualTo("> §");
            assertThat(beside(cell(cells, Invented.PERSONS, "140222")).getStringCellValue())
                    .isEqualTo("> P");
            assertThat(text(workbook.getSheet("来源"))).contains(Invented.HOSTILE, "press", "●");
            assertThat(text(workbook.getSheet("报送情况"))).contains("天镇县  140222", "2018-05", "逾期");
        }
        assertThat(Exported.csv(text(edition, "2018-06-3.csv")).get(0).fields())
                .containsEntry("value", "")
                .containsEntry("status", "Q");
        assertThat(Exported.csv(text(edition, "sdmx/2018-06-3.csv")).get(0).fields())
                .containsEntry("OBS_VALUE", "")
                .containsEntry("OBS_STATUS", "Q");
        assertThat(Exported.csv(text(edition, "datapackage/figures.csv")).get(0).fields())
                .containsEntry("value", "")
                .containsEntry("status", "Q");
    }

    private static Cell beside(Cell cell) {
        return cell.getRow().getCell(cell.getColumnIndex() + 1);
    }

    private static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        for (Row row : sheet) {
            for (Cell cell : row) {
                text.append(shown(cell)).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void noTextFromOutsideIsAFormula() throws IOException {
        PublishedEdition edition = Invented.edition();

        try (XSSFWorkbook workbook = printed(edition)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
        }
        Exported.CsvRow row = Exported.csv(text(edition, "2018-06-3.csv")).get(2);
        assertThat(row.get("source")).isEqualTo("'" + Invented.HOSTILE);
        assertThat(Exported.unguarded(row.get("source"))).isEqualTo(Invented.HOSTILE);
        assertThat(row.get("region_name")).isEqualTo("'-广灵县");
        assertThat(Exported.csv(text(edition, "2018-06-3.csv")).get(1).get("value"))
                .isEqualTo("-0.5");
    }

    @Test
    void anEditionIsWrittenInTheSameBytesByAnotherProcess() throws Exception {
        PublishedEdition edition = Exported.edition("2018");
        Path other = directory.resolve("other");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.xianbao.Xianbao",
                        "export",
                        "2018",
                        "--home=" + directory.resolve("home"),
                        "--out=" + other,
                        "--spring.datasource.url=" + SampleNight.database().url())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("printed.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(() -> read(directory.resolve("printed.txt")))
                .isZero();

        for (Map.Entry<String, byte[]> file : Export.contents(edition, ALL).entrySet()) {
            assertThat(Files.readAllBytes(other.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void regionsStandBelowTheirParents() {
        PublishedEdition edition = Exported.edition("2018");

        assertThat(edition.areas().stream().map(Area::code))
                .containsExactly("100000", "140000", "140200", "140222", "340000", "341500", "341524");
        assertThat(edition.areas().stream().map(Area::depth)).containsExactly(0, 1, 2, 3, 1, 2, 3);
    }

    @Test
    void ofSeveralStatementsOneIsPublished() throws IOException {
        PublishedEdition edition = Exported.edition("2018");

        assertThat(edition.disputed()).isNotEmpty().allSatisfy(same -> assertThat(same)
                .filteredOn(Figure::published)
                .hasSize(1));
        try (XSSFWorkbook workbook = printed(edition)) {
            String sources = text(workbook.getSheet("来源"));
            assertThat(sources.lines().filter("●"::equals)).hasSameSizeAs(edition.disputed());
            assertThat(text(workbook.getSheet("报送情况")))
                    .contains(
                            edition.coverage().stream().map(c -> c.title().zh()).toList());
        }
    }

    @Test
    void moreThan6300IsNot6300() {
        PublishedEdition edition = Exported.edition("2018Q3");

        assertThat(edition.figures())
                .filteredOn(f -> f.statistic().code().equals("employed-after-training")
                        && f.region().equals("140222")
                        && f.source().equals("ministry"))
                .singleElement()
                .satisfies(f -> assertThat(f.qualifier()).isEqualTo(Qualifier.OVER));
        assertThat(edition.statistics()).extracting(Statistic::code).doesNotHaveDuplicates();
    }

    static XSSFWorkbook printed(PublishedEdition edition) throws IOException {
        byte[] bytes = Export.contents(edition, EnumSet.of(ExportFormat.XLSX)).get(edition.name() + ".xlsx");
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    static String text(PublishedEdition edition, String file) throws IOException {
        return new String(Export.contents(edition, ALL).get(file), StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
