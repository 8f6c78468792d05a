package org.xianbao.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** A person on the rosters of two counties in one period is a query to both. */
class ApartTest {
    private static final String RULE = "    person-in-one-county: {unique: [person], across: counties}\n";

    private final Pipeline pipeline;

    ApartTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN.replace("  query:\n", "  query:\n" + RULE));
    }

    private void send(String county, String day, int... persons) {
        String[] rows = java.util.Arrays.stream(persons)
                .mapToObj(n -> Workshop.row(Workshop.TIANZHEN, n, "0.1"))
                .toArray(String[]::new);
        try (Sent sent = new Sent(pipeline.inbox().resolve(county + "-" + day + ".xlsx"))) {
            sent.sheet("车间", Workshop.form(county, "2018年6月", rows)).on(day);
        }
    }

    private List<String> asked() {
        return pipeline.query(
                "select s.region, f.cell, f.zh, f.severity from xianbao.finding f"
                        + " join xianbao.submission s on s.id = f.submission where f.rule = 'person-in-one-county' order by 1, 2");
    }

    private static final List<String> BOTH =
            List.of("140222|B7|本期金寨县也填报了同一对象，请核实应由哪县填报。|query", "341524|B6|本期天镇县也填报了同一对象，请核实应由哪县填报。|query");

    @Test
    void asksBothWhenTheyComeInOneNight() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-07-01", 1, 2);
            send(Workshop.JINZHAI, "2018-07-01", 2, 3);

            assertThat(pipeline.night().queried()).isEqualTo(2);

            assertThat(asked()).isEqualTo(BOTH);
        }
    }

    @Test
    void asksTheOneThatWasAcceptedBeforeTooAndLeavesItsVerdict() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-07-01", 1, 2);
            assertThat(pipeline.night().accepted()).isEqualTo(1);
            send(Workshop.JINZHAI, "2018-07-02", 2, 3);

            pipeline.night();

            assertThat(asked()).isEqualTo(BOTH);
            assertThat(pipeline.query("select region, verdict, open from stats.open_query order by region"))
                    .containsExactly("140222|accepted|1", "341524|queried|1");
            assertThat(pipeline.query("select region from stats.return_workshop"))
                    .containsOnly("140222");
        }
    }

    @Test
    void asksTheEarlierOneOnce() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-07-01", 1, 2);
            pipeline.night();
            send(Workshop.JINZHAI, "2018-07-02", 2, 3);
            pipeline.night();
            send(Workshop.JINZHAI, "2018-07-03", 2, 3, 4);

            pipeline.night();

            assertThat(asked()).filteredOn(f -> f.startsWith("140222")).hasSize(1);
            assertThat(pipeline.query(
                            "select total from xianbao.finding_total t join xianbao.submission s on s.id = t.submission"
                                    + " where s.region = '140222' and t.rule = 'person-in-one-county'"))
                    .containsExactly("1");
        }
    }

    @Test
    void asksNobodyAboutOtherPersonsOrWhatIsNoLongerOnHand() {
        try (pipeline) {
            send(Workshop.JINZHAI, "2018-07-01", 2, 3);
            send(Workshop.JINZHAI, "2018-07-02", 3, 4);
            send(Workshop.TIANZHEN, "2018-07-03", 1, 2);

            pipeline.night();

            assertThat(asked()).isEmpty();
        }
    }
}
