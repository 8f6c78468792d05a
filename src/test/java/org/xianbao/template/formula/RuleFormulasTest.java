package org.xianbao.template.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.TestDatabase;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.definition.Unit;
import org.xianbao.finding.Severity;
import org.xianbao.template.formula.RuleFormulas.RuleFormula;

/** A formula says of a row what PostgreSQL says of it, or nothing. */
class RuleFormulasTest {
    private static final Definitions DEFINITIONS = DefinitionsLoader.load(Path.of("jobs"));
    private static final Period JUNE = Period.parse("2018-06").orElseThrow();
    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final int ROWS = 300;
    private static final ReturnDefinition PLACEMENT =
            DEFINITIONS.layouts("placement").get(0);

    private static RuleFormulas formulas(ReturnDefinition definition) {
        return formulas(definition, 1);
    }

    private static RuleFormulas formulas(ReturnDefinition definition, int row) {
        return new RuleFormulas(definition, DEFINITIONS.lists(), JUNE, c -> "$" + letter(definition, c) + row);
    }

    private static String letter(ReturnDefinition definition, Column column) {
        return CellAddress.columnName(definition.columns().indexOf(column));
    }

    record Translated(ReturnDefinition definition, RuleFormula formula) {
        @Override
        public String toString() {
            return definition.name() + " " + formula.rule().name();
        }
    }

    static List<Translated> translated() {
        return DEFINITIONS.returns().stream()
                .flatMap(d -> d.rules().stream()
                        .flatMap(r -> formulas(d).of(r).stream())
                        .map(f -> new Translated(d, f)))
                .toList();
    }

    @Test
    void mostRulesThatLookAtOneRowAloneAreTranslated() {
        assertThat(translated())
                .extracting(Translated::toString)
                .contains(
                        "placement left-says-when",
                        "placement income-plausible",
                        "college not-negative",
                        "village delisted-says-when",
                        "training days-within-dates",
                        "fund party-fees-state-a-share",
                        "county assisted-since-possible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "income <= 3 * prev.income",
                "person_born > 1950",
                "via like '%基地%'",
                "via = 'a'",
                "income / 2 > 1",
                "to_region <> s.region",
                "started > now()",
                "income_q = '='",
                "case when poor then 1 else 2 end = 1",
                "income > 1; drop table x",
                "income >",
                "to_kind = 'nowhere'",
                "person is not null and '' = ''",
                "(income > 1"
            })
    void whatASpreadsheetCannotSayIsLeftToTheJudge(String sql) {
        assertThat(formulas(PLACEMENT).of(rule(null, sql))).isEmpty();
    }

    @Test
    void comparesInTheUnitThatIsStored() {
        assertThat(formulas(PLACEMENT).of(rule("income is not null", "income between 5000 and 200000")))
                .map(RuleFormula::holds)
                .contains("IF(ISNUMBER($M1),OR(NOT(NOT(OR($M1=\"—\",$M1=\"\"))),"
                        + "AND(ROUND(($M1*10000),6)>=5000,ROUND(($M1*10000),6)<=200000)),TRUE)");
    }

    private static Rule rule(@Nullable String when, String then) {
        return new Rule(
                "tried",
                Severity.REJECT,
                new Rule.Check.Row(new Rule.Condition(when, then)),
                null,
                null,
                null,
                List.of(),
                1);
    }

    /** Where a cell is missing, the formula may leave the row to the judge. */
    @ParameterizedTest
    @MethodSource("translated")
    void agreesWithTheDatabase(Translated translated) throws Exception {
        Random random = new Random(translated.toString().hashCode());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(translated, random));
        }

        List<Boolean> calculated = calculated(translated, rows);
        List<Boolean> judged = judged(translated, rows);
        for (int i = 0; i < ROWS; i++) {
            boolean whole = !rows.get(i).containsValue(null);
            if (whole || !calculated.get(i)) {
                assertThat(calculated.get(i)).as(rows.get(i).toString()).isEqualTo(judged.get(i));
            }
        }
        assertThat(calculated).as("not always the same: " + translated).contains(true, false);
    }

    /** Values near those that the rules speak of, a third of them missing. */
    private static Map<String, @Nullable Object> row(Translated translated, Random random) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Column column : translated.definition().columns()) {
            if (translated.formula().columns().contains(column.name())) {
                row.put(column.name(), random.nextInt(3) == 0 ? null : value(column, random));
            }
        }
        return row;
    }

    private static @Nullable Object value(Column column, Random random) {
        return switch (column.type()) {
            case INTEGER -> any(random, "-2", "0", "1", "2", "3", "5", "7", "10", "90", "900");
            case YEAR -> any(random, "1890", "1975", "1995", "2013", "2014", "2018", "2019", "2024");
            case DECIMAL, AMOUNT, QUANTITY, PERCENT ->
                any(random, "-1", "0", "0.07", "0.5", "1", "2.5", "7", "20", "30", "100", "101", "900000");
            case DATE -> LocalDate.of(1985 + 11 * random.nextInt(4), 5 + random.nextInt(3), 1 + random.nextInt(28));
            case FLAG -> random.nextBoolean();
            case CODE -> {
                var entries = DEFINITIONS
                        .list(column.list() == null ? "" : column.list())
                        .orElseThrow()
                        .entries();
                yield entries.get(random.nextInt(entries.size()));
            }
            default -> "甲";
        };
    }

    private static BigDecimal any(Random random, String... numbers) {
        return new BigDecimal(numbers[random.nextInt(numbers.length)]);
    }

    /** For each row whether the formula holds. */
    private static List<Boolean> calculated(Translated translated, List<Map<String, @Nullable Object>> rows)
            throws Exception {
        List<Boolean> holds = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = sheet.createRow(i);
                rows.get(i).forEach((name, value) -> fill(row, translated.definition(), name, value));
                XSSFCell cell = row.createCell(translated.definition().columns().size());
                cell.setCellFormula(formulas(translated.definition(), i + 1)
                        .of(translated.formula().rule())
                        .orElseThrow()
                        .holds());
                holds.add(evaluator.evaluate(cell).getBooleanValue());
            }
        }
        return holds;
    }

    private static void fill(XSSFRow row, ReturnDefinition definition, String name, @Nullable Object value) {
        XSSFCell cell = row.createCell(
                definition.columns().indexOf(definition.column(name).orElseThrow()));
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag ? "是" : "否");
        } else if (value instanceof CodeList.Entry entry) {
            cell.setCellValue(entry.title().zh());
        } else if (value != null) {
            cell.setCellValue(value.toString());
        } else {
            Optional<String> mark = definition.form().missing().keySet().stream()
                    .filter(m -> !m.isEmpty())
                    .findFirst();
            mark.filter(m -> row.getRowNum() % 2 == 0).ifPresent(cell::setCellValue);
        }
    }

    private static List<Boolean> judged(Translated translated, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        Rule.Condition condition = ((Rule.Check.Row) translated.formula().rule().check()).condition();
        List<Boolean> holds = new ArrayList<>();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (Map<String, @Nullable Object> row : rows) {
                String columns = row.entrySet().stream()
                        .map(e -> literal(translated.definition(), e.getKey(), e.getValue()) + " as " + e.getKey())
                        .collect(Collectors.joining(", "));
                try (ResultSet result = statement.executeQuery("select (" + condition.sql()
                        + ") is not false from (select " + columns + ") f, (select date '" + JUNE.start()
                        + "' as period_start, date '" + JUNE.end() + "' as period_end) s")) {
                    result.next();
                    holds.add(result.getBoolean(1));
                }
            }
        }
        return holds;
    }

    private static String literal(ReturnDefinition definition, String name, @Nullable Object value) {
        Column column = definition.column(name).orElseThrow();
        String type = column.stored().get(0).type();
        if (value == null) {
            return "null::" + type;
        }
        if (value instanceof BigDecimal number && column.reported() != null && column.unit() != null) {
            return number.scaleByPowerOfTen(Unit.conversion(column.reported(), column.unit())
                                    .orElseThrow())
                            .toPlainString()
                    + "::" + type;
        }
        String text = value instanceof CodeList.Entry entry ? entry.code() : value.toString();
        return "'" + text + "'::" + type;
    }
}
