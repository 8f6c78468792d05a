package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.xianbao.Pipeline;
import org.xianbao.TestDatabase;
import org.xianbao.Workshop;
import org.xianbao.definition.Period;

/** The same returns give the same edition, byte for byte, whatever the server sorts by and in whatever order they came. */
class SameBytesTest {
    private static final String CONTENT =
            "copy (select indicator, region, level, source, value, numerator, denominator,"
                    + " unit, kind, qualifier, status, reported, expected, published from stats.figures_by_edition"
                    + " where period = '2018Q2' and edition = 1 order by indicator collate \"C\", region collate \"C\","
                    + " source collate \"C\") to stdout";

    private record Closed(String checksum, String content, List<String> rows) {}

    @Test
    void ofAnEditionWhateverTheLocaleAndTheOrderOfArrival(@TempDir Path directory) throws Exception {
        // 'shifted' passes over the dashes in the names, so this sorts otherwise than by bytes
        TestDatabase chinese = TestDatabase.sorted("zh-u-ka-shifted");
        TestDatabase plain = TestDatabase.migrated();

        Closed one = closed(directory.resolve("one"), chinese, false);
        Closed other = closed(directory.resolve("other"), plain, true);

        assertThat(sortedByDefault(chinese)).isNotEqualTo(sortedByDefault(plain));
        assertThat(one.rows()).hasSizeGreaterThan(20).isEqualTo(other.rows());
        assertThat(one.checksum()).isEqualTo(other.checksum());
        assertThat(one.content()).isEqualTo(other.content());
        assertThat(one.checksum())
                .as("anyone can work it out from what is published")
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(one.content().getBytes(StandardCharsets.UTF_8))));
    }

    private static Closed closed(Path directory, TestDatabase database, boolean backwards) throws Exception {
        try (Pipeline pipeline = Workshop.define(new Pipeline(directory, database), Workshop.RETURN)) {
            pipeline.define("indicators/workshop.yaml", Workshop.INDICATORS.replace("workshop-pay:", "workshopa:"));
            List<Integer> sent = new ArrayList<>(List.of(4, 5, 6));
            if (backwards) {
                Collections.reverse(sent);
            }
            pipeline.on("2018-06-30");
            for (int month : sent) {
                for (String county : List.of(Workshop.TIANZHEN, Workshop.JINZHAI)) {
                    Workshop.send(
                            pipeline.inbox().resolve(county + month + ".xlsx"),
                            "2018-06-2" + month,
                            county,
                            "2018年" + month + "月",
                            2,
                            "0." + month);
                }
                pipeline.night();
            }
            pipeline.on("2018-07-01");
            Edition edition = pipeline.get(Closing.class)
                    .close(new Close(Period.parse("2018Q2").orElseThrow(), Edition.Kind.FLASH, "a statistician", null))
                    .orElseThrow();
            return new Closed(
                    edition.checksum(),
                    content(database),
                    pipeline
                            .query(
                                    "select o.* from (select indicator, region, level, source, value, numerator, denominator,"
                                            + " unit, kind, qualifier, status, reported, expected, published, edition, ctid"
                                            + " from stats.observation) o join xianbao.edition e on e.id = o.edition and e.period = '2018Q2'"
                                            + " order by o.ctid")
                            .stream()
                            .map(r -> r.replaceAll("\\|\\d+\\|[^|]*$", ""))
                            .toList());
        }
    }

    private static String content(TestDatabase database) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Connection connection = database.connect()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(CONTENT, content);
        }
        return content.toString(StandardCharsets.UTF_8);
    }

    private static String sortedByDefault(TestDatabase database) throws IOException, SQLException {
        try (Connection connection = database.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("select string_agg(i, ' ' order by i)"
                                + " from unnest(array['workshop-wages', 'workshopa']) i")) {
            row.next();
            return row.getString(1);
        }
    }
}
