package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample returns give every figure that has been reported of the programme, through the whole pipeline. */
class FactsTest {
    private static final Path FACTS = Path.of("src/test/resources/facts/facts.tsv");
    private static final Path FIGURES = Path.of("src/test/resources/facts/figures.tsv");

    @Test
    void everyReturnOfTheSampleIsAccepted() {
        assertThat(SampleNight.outcome().lines()).isEmpty();
        assertThat(SampleNight.outcome().accepted()).isEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isPublished(Line figure) throws SQLException {
        assertThat(published(figure))
                .singleElement()
                .isEqualTo(new Figure(
                        new BigDecimal(figure.get("value")),
                        figure.get("unit"),
                        figure.get("qualifier"),
                        figure.get("kind")));
    }

    /** Holds the list of figures against the facts themselves, so that none is dropped or bent on the way. */
    @ParameterizedTest
    @MethodSource("facts")
    void isAmongTheFigures(Line fact) throws IOException {
        List<Line> of =
                figures().filter(f -> f.get("fact").equals(fact.get("id"))).toList();
        if (fact.get("value").isEmpty()) {
            assertThat(of).isEmpty();
            return;
        }
        String[] values = fact.get("value").replace("是", "1").split("/");
        String[] units = fact.get("unit").split("/");
        Set<String> said = new LinkedHashSet<>();
        of.forEach(f -> said.add(f.get("value")));
        assertThat(said).containsExactlyInAnyOrder(values);
        assertThat(of).allSatisfy(f -> {
            assertThat(fact.get("unit")).isIn(f.get("unit"), String.join("/", units));
            assertThat(f.get("qualifier")).isEqualTo(fact.get("qualifier"));
            assertThat(fact.get("kind")).contains(f.get("kind"));
        });
    }

    @Test
    void aCaseIsNeverAggregated() throws SQLException {
        assertThat(count("select count(*) from stats.observation where kind = 'case'"))
                .isZero();
        assertThat(count("select count(*) from stats.cases")).isPositive();
    }

    private record Line(Map<String, String> cells) {
        String get(String name) {
            return cells.getOrDefault(name, "");
        }
    }

    private record Figure(BigDecimal value, String unit, String qualifier, String kind) {}

    private static List<Figure> published(Line figure) throws SQLException {
        String sql = figure.get("kind").equals("case")
                ? "select value, unit, qualifier, 'case' from stats.cases where indicator = ? and region = ?"
                        + " and period = ? and ? = ''"
                : "select value, unit, qualifier, kind from stats.figures where indicator = ? and region = ?"
                        + " and period = ? and source = ?";
        List<Figure> found = new ArrayList<>();
        try (Connection connection = SampleNight.database().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int at = 0;
            for (String key : List.of("indicator", "region", "period", "source")) {
                select.setString(++at, figure.get(key));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Figure(row.getBigDecimal(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return found;
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = SampleNight.database().connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Stream<Line> figures() throws IOException {
        return table(FIGURES);
    }

    static Stream<Line> facts() throws IOException {
        return table(FACTS);
    }

    private static Stream<Line> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).split("\t", -1);
        return lines.stream().skip(1).map(line -> {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], i < cells.length ? cells[i] : "");
            }
            return new Line(row);
        });
    }
}
