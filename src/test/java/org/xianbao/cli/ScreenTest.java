package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.screening.Screened;
import org.xianbao.screening.Suspect;

/** What becomes of a figure that stands out, among twelve counties of a province. */
class ScreenTest {
    private static final int COUNTIES = 12;

    private static final String RETURN = """
            return: hired
            title: {zh: 招工情况表, en: Hiring}
            every: month
            due: 5 days
            key: []
            form:
              kind: roster
              sheet: "*招工*"
              expect: {A1: "招工情况表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4, until: "合计*"}
              columns:
                trade: {under: 工种, en: trade, type: text, required: true}
                hired: {under: 人数, en: hired, type: integer, unit: 人}
            rules:
              reject:
                not-negative: hired >= 0
            """;

    private static final String INDICATORS = """
            theme: {zh: 招工, en: Hiring}
            indicators:
              people-hired:
                title: {zh: 招工人数, en: People hired}
                kind: flow
                unit: 人
                from: hired
                value: sum(hired)
            """;

    private final Pipeline pipeline;
    private int day;

    ScreenTest(@TempDir Path directory) {
        pipeline = new Pipeline(directory)
                .define(
                        "lists/regions.csv",
                        "code,name,level,parent,from,to,aliases\n100000,全国,nation,,1949-10-01,,\n"
                                + "990000,试验省,province,100000,1949-10-01,,\n"
                                + counties("%s,%s,county,990000,1949-10-01,,\n"))
                .define("lists/concordance.csv", "from,to,day,kind,share,source\n")
                .define("lists/reporters.csv", "region,return,from,to,exempt\n" + counties("%s,hired,2018-01-01,,\n"))
                .define("indicators/hired.yaml", INDICATORS)
                .define("returns/hired/2010.yaml", RETURN);
    }

    private static String counties(String line) {
        return IntStream.range(0, COUNTIES)
                .mapToObj(c -> line.formatted(code(c), name(c)))
                .collect(Collectors.joining());
    }

    private static String code(int county) {
        return Integer.toString(990_001 + county);
    }

    private static String name(int county) {
        return "甲乙丙丁戊己庚辛壬癸子丑".charAt(county) + "试县";
    }

    /** Each county's figure grows by a few per cent from month to month; that of 庚试县 is as many times too large. */
    private void send(int month, int times) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(day + ".xlsx"))) {
            for (int c = 0; c < COUNTIES; c++) {
                int hired = (100 + 10 * c) * (100 + 4 * month + (c * 7 + month * 3) % 5) / 100;
                sent.sheet(
                        "招工" + c,
                        "招工情况表",
                        "填报单位|" + name(c) + "|报告期|2018年" + month + "月",
                        "",
                        "工种|人数",
                        "缝纫|" + (c == 6 ? hired * times : hired));
            }
            sent.on("2018-07-%02d".formatted(++day));
        }
    }

    private Spoken say(Locale language, String... command) {
        pipeline.stop();
        List<String> all = new ArrayList<>(List.of(command));
        all.add("--home=" + pipeline.home());
        all.add("--jobs=" + pipeline.jobs());
        all.add("--inbox=" + pipeline.inbox());
        all.add("--spring.datasource.url=" + pipeline.database().url());
        return Spoken.in(language, all.toArray(new String[0]));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void isNamedByTheNightThatPublishesIt() {
        send(5, 1);
        assertThat(pipeline.night().screened()).noneMatch(s -> s.outlying() > 0);
        send(6, 10);

        Spoken night = say(Locale.CHINESE, "nightly", "--night", "2018-07-01");

        assertThat(night.out())
                .contains("请先看")
                .containsPattern("2018-06 +庚试县 +招工情况表 +招工人数 +19\\d → 1,9\\d0 人 +\\+9\\d\\d(\\.\\d)?% .*异常")
                .contains("2018-06（12 份中 1 份）");
    }

    @Test
    void isShownByStatusAndByTheListInBothLanguages() {
        send(5, 1);
        send(6, 10);
        pipeline.night();

        Spoken status = say(Locale.ENGLISH, "status");
        Spoken english = say(Locale.ENGLISH, "screen", "2018-06", "--top", "3");
        Spoken chinese = say(Locale.CHINESE, "screen", "2018-06");

        assertThat(status.out())
                .containsPattern("stand out[^\n]*\n.*\n.*\n2018-06 \\| +1 \\| 990007 \\| 庚试县 \\| hired");
        assertThat(english.out())
                .contains("12 returns screened, 1 stand out")
                .containsPattern("1 +庚试县 +Hiring +People hired +19\\d → 1,9\\d0 人.*stands out")
                .contains("xianbao trace people-hired --region 990007 --period 2018-06")
                .contains("xianbao impact " + submission() + " --withdraw")
                .doesNotContainPattern("(?m)^4 ");
        assertThat(chinese.out()).contains("筛查报表 12 份，其中异常 1 份").containsPattern("(?m)^10 ");
    }

    private String submission() {
        return pipeline.query(
                        "select s.id from xianbao.submission s where s.region = '990007' and s.period = '2018-06' order by id desc limit 1")
                .get(0);
    }

    @Test
    void goesWhenItIsCorrectedAndIsSeenByReadersOnlyWhileItCounts() {
        send(5, 1);
        send(6, 10);
        pipeline.night();
        String listed = "select period, region, outlying from stats.screened where outlying";
        assertThat(pipeline.query(listed)).containsExactly("2018-06|990007|t");

        pipeline.execute("update xianbao.publication set superseded_at = now() where submission = " + submission());
        assertThat(pipeline.query(listed)).as("it counts no more").isEmpty();
        pipeline.execute("update xianbao.publication set superseded_at = null where submission = " + submission());

        send(6, 1);
        assertThat(pipeline.night().screened())
                .extracting(s -> s.period().label())
                .containsExactly("2018-06");
        assertThat(pipeline.query(listed)).isEmpty();
        assertThat(pipeline.query("select count(*), sum(outlying) from xianbao.screening where period = '2018-06'"))
                .as("what was found then is kept")
                .containsExactly("2|1");
    }

    @Test
    void isNotShownToReadersWhereItCountsPersonsBelowTheCounties() {
        send(5, 1);
        send(6, 10);
        pipeline.night();
        String listed = "select region, part from stats.screened where outlying";
        assertThat(pipeline.query(listed)).containsExactly("990007|");

        pipeline.execute("update xianbao.region set level = 'township' where code = '990007'");

        assertThat(pipeline.query(listed)).isEmpty();
    }

    @Test
    void isFoundInThePeriodThatFollowsACorrection() {
        send(5, 1);
        send(6, 1);
        pipeline.night();
        send(5, 10);

        List<Screened> screened = pipeline.night().screened();

        assertThat(screened).extracting(s -> s.period().label()).containsExactly("2018-06", "2018-05");
        assertThat(screened.get(0).first().get(0)).matches(s -> s.region().equals("990007") && s.outlying());
    }

    @Test
    void isListedAsLongAsTheDefinitionsSay() {
        pipeline.define(
                "nightly.yaml",
                pipeline.text("nightly.yaml").replaceAll("screening: \\{.*}", "screening: {list: 3, fewest: 20}"));
        send(5, 1);
        send(6, 10);

        Screened june = pipeline.night().screened().get(0);

        assertThat(june.first()).hasSize(3).noneMatch(Suspect::tested);
        assertThat(june.first().get(0).region()).isEqualTo("990007");
    }

    @Test
    void costsTheNightNothingThatItCannotBeSearchedFor() {
        send(5, 1);
        pipeline.execute(
                "create function fail() returns trigger language plpgsql as $$ begin raise exception 'x'; end $$");
        pipeline.execute("create trigger fail before insert on xianbao.screening for each row"
                + " when (new.period = '2018-05') execute function fail()");
        send(6, 10);

        Spoken night = say(Locale.ENGLISH, "nightly", "--night", "2018-07-01");

        assertThat(night.code()).isZero();
        assertThat(night.out())
                .contains("24 returns accepted")
                .contains("2018-05: could not be screened, see the log")
                .containsPattern("2018-06 +庚试县");
    }
}
