package org.xianbao.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.cell.CellAddress;

class DefinitionsLoaderTest {
    private final Definitions sound = DefinitionsLoader.load(Path.of("src/test/resources/definitions/sound"));
    private final ReturnDefinition work = sound.layouts("work").get(0);

    @Test
    void readsTheDeclaredReturns() {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));

        assertThat(definitions.returnNames()).hasSize(16);
        assertThat(definitions.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsALayout() {
        assertThat(work.since()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(work.every()).isEqualTo(Frequency.MONTH);
        assertThat(work.due()).isEqualTo(new Deadline(5));
        assertThat(work.key()).containsExactly("person");
        assertThat(work.version()).matches("[0-9a-f]{12}");
        assertThat(work.form())
                .isEqualTo(new Form(
                        Form.Kind.ROSTER,
                        "*务工*",
                        Map.of(new CellAddress(0, 0), "务工花名册*"),
                        new Place.After("填报单位"),
                        new Place.At(new CellAddress(2, 5)),
                        4,
                        5,
                        "合计*",
                        null,
                        null,
                        Map.of(),
                        Map.of("—", Missing.NONE, "", Missing.NOT_APPLICABLE),
                        Form.Hidden.SKIP,
                        Template.NONE));
    }

    @Test
    void putsTheColumnsOfTheTitleBlockFirst() {
        assertThat(work.columns())
                .extracting(Column::name)
                .containsExactly("workers", "person", "place", "income", "start");
        assertThat(work.columns().get(0))
                .isEqualTo(new Column(
                        "workers",
                        new Bilingual("累计", "workers so far"),
                        ColumnType.QUANTITY,
                        new Place.After("累计"),
                        "人",
                        null,
                        false,
                        true,
                        null,
                        13));
        assertThat(work.column("place").orElseThrow().title()).isEqualTo(new Bilingual("地区", "place"));
    }

    @Test
    void readsRulesOfEveryShape() {
        assertThat(work.rules())
                .extracting(Rule::check)
                .containsExactly(
                        new Rule.Check.Unique(List.of("person")),
                        new Rule.Check.Totals(List.of("income"), new BigDecimal("0.5")),
                        new Rule.Check.Row(new Rule.Condition(null, "income >= 0")),
                        new Rule.Check.Row(new Rule.Condition("place = 'away'", "income > 0")),
                        new Rule.Check.Submission(new Rule.Condition(null, "count(*) > 0")),
                        new Rule.Check.Row(new Rule.Condition(null, "income >= prev.income")));
        assertThat(work.rules().get(3).examples())
                .containsExactly(
                        new Rule.Example(Map.of("place", "away", "income", "3"), true, 33),
                        new Rule.Example(Map.of("place", "county"), true, 33),
                        new Rule.Example(Map.of("place", "away", "income", "0", "prev.income", "1"), false, 34));
        assertThat(work.rules().get(4).say()).isEqualTo(new Bilingual("没有人员", "没有人员"));
    }

    @Test
    void readsTheRowsOfAGrid() {
        Form grid = sound.layouts("cover").get(0).form();

        assertThat(grid.stub()).isEqualTo("险种");
        assertThat(grid.items())
                .containsExactly(
                        Map.entry("pension", new Bilingual("养老", "养老")),
                        Map.entry("total", new Bilingual("合计", "Total")));
        assertThat(grid.missing()).containsExactly(Map.entry("", Missing.UNKNOWN));
    }

    @Test
    void tellsFromTheKindWhatAnIndicatorMayAdd() {
        assertThat(sound.indicators())
                .extracting(Indicator::name, Indicator::combine, Indicator::asOf)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("working", Indicator.Combine.SUM, false),
                        org.assertj.core.groups.Tuple.tuple("share", Indicator.Combine.SUM, false),
                        org.assertj.core.groups.Tuple.tuple("persons", Indicator.Combine.DISTINCT, true),
                        org.assertj.core.groups.Tuple.tuple("first", Indicator.Combine.NEVER, true));
        assertThat(sound.indicators().get(0).theme()).isEqualTo(new Bilingual("就业扶贫", "Employment"));
    }

    @Test
    void readsPlacesAndLists() {
        assertThat(sound.regions().get(3))
                .isEqualTo(new Region(
                        "140222",
                        "天镇县",
                        Region.Level.COUNTY,
                        "140200",
                        LocalDate.of(1993, 1, 1),
                        null,
                        List.of("天镇", "天鎮")));
        assertThat(sound.list("place").orElseThrow().entries().get(1))
                .isEqualTo(new CodeList.Entry("away", new Bilingual("县外", "elsewhere"), List.of("外地", "省外")));
        assertThat(sound.list("elsewhere")).isEmpty();
    }

    @Test
    void aRowForAReturnTakesThePlaceOfTheStar() {
        assertThat(sound.owing("work", Period.parse("2018-03").orElseThrow())).hasSize(1);
        assertThat(sound.owing("work", Period.parse("2018-02").orElseThrow())).isEmpty();
        assertThat(sound.owing("work", Period.parse("2017-12").orElseThrow())).isEmpty();
        assertThat(sound.owing("cover", Period.parse("2018").orElseThrow())).hasSize(1);
        assertThat(sound.owing("cover", Period.parse("2019").orElseThrow())).isEmpty();
    }

    @Test
    void readsWhenTheJobsRun() {
        assertThat(sound.settings())
                .isEqualTo(new Settings(
                        "0 30 1 * * ?",
                        "0 30 3 * * ?",
                        ZoneId.of("Asia/Shanghai"),
                        "inbox",
                        Settings.Queried.HELD,
                        5,
                        new ExplanationPolicy(24, 6, List.of("核实无误", "ok")),
                        new ScreeningPolicy(new RatioEdit(Region.Level.PREFECTURE, 0.5, 0.05, 4, 8), 20)));
    }

    @Test
    void screensAnIndicatorAsUsualOrAsItSays() {
        RatioEdit usual = sound.settings().screening().edit();

        assertThat(sound.indicators())
                .extracting(Indicator::name, Indicator::screen)
                .containsExactly(
                        tuple("working", usual),
                        tuple("share", usual),
                        tuple("persons", usual),
                        tuple("first", null),
                        tuple("income", new RatioEdit(Region.Level.NATION, 0.5, 0.05, 10, 8)),
                        tuple("least", null));
    }

    @Test
    void refusesADirectoryThatIsNotThere(@TempDir Path dir) {
        Path absent = dir.resolve("absent");
        assertThatThrownBy(() -> DefinitionsLoader.load(absent))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessage(absent + ":1:1: there is no such directory of definitions");
    }

    @Test
    void refusesAnEmptyDirectory(@TempDir Path dir) {
        assertThatThrownBy(() -> DefinitionsLoader.load(dir)).hasMessage("""
                close.yaml:1:1: the file is missing
                lists/regions.csv:1:1: the file is missing
                lists/reporters.csv:1:1: the file is missing
                nightly.yaml:1:1: the file is missing
                returns:1:1: no return is declared: returns/<return>/<since>.yaml""");
    }
}
