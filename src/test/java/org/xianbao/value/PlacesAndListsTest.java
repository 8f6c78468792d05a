package org.xianbao.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Region;

class PlacesAndListsTest {
    private static final LocalDate NOW = LocalDate.of(2018, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "TEXT, 天镇县, 140222",
        "TEXT, '天　镇 县', 140222",
        "TEXT, 天镇, 140222",
        "TEXT, 天鎮, 140222",
        "TEXT, 140222, 140222",
        "NUMBER, 140222, 140222",
        "TEXT, １４０２２２, 140222",
        "TEXT, 140222000000, 140222",
        "TEXT, 140222200, 140222200",
        "TEXT, 140222200000, 140222200",
        "TEXT, 山西省大同市天镇县, 140222",
        "TEXT, 山西省天镇县, 140222",
        "TEXT, 大同市天镇, 140222",
        "TEXT, 山西天镇县卅里铺乡, 140222200",
        "TEXT, 三十里堡乡, 140222200",
        "TEXT, 流波䃥镇, 341524110",
        "TEXT, 安徽省天镇县, not-a-region",
        "TEXT, 火星县, not-a-region",
        "TEXT, 大同市, 140200",
        "TEXT, 大同, region-ambiguous",
        "TEXT, 城关镇, region-ambiguous",
        "TEXT, 金寨县城关镇, 341524198",
        "TEXT, 寿县, 340422",
        "TEXT, 六安市寿县, region-not-valid-then",
        "TEXT, 341521, region-not-valid-then",
        "TEXT, 342426, region-not-valid-then",
        "PERCENT, 140222, not-a-region"
    })
    void findsPlacesOfThePeriod(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.REGION), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @Test
    void tellsTheCandidates() {
        assertThat(Recorded.text(Recorded.column(ColumnType.REGION), "城关镇")
                        .problems
                        .get(0)
                        .expected())
                .isEqualTo("城关镇 341524198, 城关镇 140227198");
    }

    @Test
    void settlesASharedNameByTheReportingCounty() {
        ConversionContext c = Recorded.context();
        Recorded recorded = new Recorded();
        new Converters(new ConversionContext(
                        c.regions(), c.lists(), c.missing(), c.period(), c.key(), c.grouping(), "140227"))
                .of(Recorded.column(ColumnType.REGION))
                .convert(Slice.of(CellKind.TEXT, "城关镇"), recorded, recorded);
        assertThat(recorded.told()).isEqualTo("140227198");
    }

    @ParameterizedTest
    @CsvSource({"2018-06-30, 340422", "2015-11-30, 341521", "1998-01-01, none"})
    void followsAPlaceThroughTime(LocalDate on, String code) {
        assertThat(Recorded.REGIONS.find("寿县", on).map(Region::code).orElse("none"))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "天镇县人力资源和社会保障局, 140222",
        "天镇县人社局, 140222",
        "天镇人社局, 140222",
        "山西省大同市天镇县人社局, 140222",
        "'　金寨县 人社局（盖章）', 341524",
        "天镇县, 140222",
        "140222, 140222",
        "大同市人社局, none",
        "大同县人社局, 140227",
        "安徽省人社厅, none",
        "人社局, none"
    })
    void findsTheCountyOfAnOrganisation(String text, String code) {
        assertThat(Recorded.REGIONS.county(text, NOW).map(Region::code).orElse("none"))
                .isEqualTo(code);
    }

    @Test
    void looksWithinACounty() {
        assertThat(Recorded.REGIONS.find("城关镇", NOW, "341524").map(Region::code))
                .contains("341524198");
        assertThat(Recorded.REGIONS.find("玉泉镇", NOW, "341524")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 01, 01",
        "TEXT, ０１, 01",
        "TEXT, 省外就业, 02",
        "TEXT, 省外, 02",
        "TEXT, ' 省 外 ', 02",
        "TEXT, Own Business, 03",
        "TEXT, 共有, not-in-list",
        "NUMBER, 1, not-in-list",
        "TEXT, 自主创业者, not-in-list",
        "TEXT, -, unknown-mark"
    })
    void readsCodes(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.CODE), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @Test
    void namesTheEntriesAndTheNearest() {
        assertThat(Recorded.text(Recorded.column(ColumnType.CODE), "自主创业者")
                        .problems
                        .get(0)
                        .expected())
                .isEqualTo("自主创业? (省内就业 / 省外就业 / 自主创业)");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 是, true",
        "TEXT, 否, false",
        "TEXT, √, true",
        "TEXT, ×, false",
        "TEXT, ｙ, true",
        "TEXT, No, false",
        "NUMBER, 1, true",
        "NUMBER, 0, false",
        "BOOLEAN, TRUE, true",
        "BOOLEAN, FALSE, false",
        "TEXT, x, not-a-flag",
        "NUMBER, 2, not-a-flag",
        "TEXT, /, unknown-mark"
    })
    void readsFlags(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.FLAG), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 天镇保姆, 天镇保姆",
        "TEXT, '　两 字 ', 两 字",
        "TEXT, a_x000D_b, 'a\nb'",
        "TEXT, 'a\r\nb\rc', 'a\nb\nc'",
        "TEXT, -, unknown-mark",
        "TEXT, —, !none",
        "TEXT, 一, 一",
        "TEXT, 'a\0b', bad-character",
        "NUMBER, 12, 12",
        "NUMBER, 6.2220212E18, digits-lost",
        "PERCENT, 0.399, 39.9%",
        "BOOLEAN, TRUE, TRUE"
    })
    void keepsTextAsTyped(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.TEXT), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @Test
    void refusesALoneSurrogateAndATextThatIsTooLong() {
        byte[] surrogate = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertThat(Recorded.convert(Recorded.column(ColumnType.TEXT), new Slice().set(CellKind.TEXT, surrogate, 0, 4))
                        .told())
                .isEqualTo("bad-character");
        assertThat(Recorded.text(Recorded.column(ColumnType.TEXT), "字".repeat(4000))
                        .told())
                .hasSize(4000);
        assertThat(Recorded.text(Recorded.column(ColumnType.TEXT), "字".repeat(4001))
                        .told())
                .isEqualTo("too-long");
    }
}
