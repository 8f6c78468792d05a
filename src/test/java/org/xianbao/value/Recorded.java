package org.xianbao.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Missing;
import org.xianbao.definition.Period;
import org.xianbao.definition.Place;
import org.xianbao.definition.Region;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;

/** What converting one cell gave, as text: the fields, {@code !refused} for missing ones, and the problems' rules. */
final class Recorded implements FieldSink, Problems {
    static final PersonalKey KEY = PersonalKey.of("a key for the tests only");
    static final Regions REGIONS = new Regions(List.of(
            region("140000", "山西省", Region.Level.PROVINCE, null),
            region("340000", "安徽省", Region.Level.PROVINCE, null),
            region("140200", "大同市", Region.Level.PREFECTURE, "140000"),
            region("341500", "六安市", Region.Level.PREFECTURE, "340000"),
            region("340400", "淮南市", Region.Level.PREFECTURE, "340000"),
            region("140222", "天镇县", Region.Level.COUNTY, "140200", "天鎮", "天镇县（贫困县）"),
            region("140227", "大同县", Region.Level.COUNTY, "140200"),
            region("341524", "金寨县", Region.Level.COUNTY, "341500"),
            region("140222100", "玉泉镇", Region.Level.TOWNSHIP, "140222"),
            region("140222200", "卅里铺乡", Region.Level.TOWNSHIP, "140222", "三十里堡乡"),
            region("341524101", "梅山镇", Region.Level.TOWNSHIP, "341524"),
            region("341524110", "流波䃥镇", Region.Level.TOWNSHIP, "341524"),
            region("341524198", "城关镇", Region.Level.TOWNSHIP, "341524"),
            region("140227198", "城关镇", Region.Level.TOWNSHIP, "140227"),
            new Region(
                    "342426",
                    "金寨县",
                    Region.Level.COUNTY,
                    "342400",
                    LocalDate.of(1950, 1, 1),
                    LocalDate.of(1998, 12, 31),
                    List.of()),
            new Region(
                    "341521",
                    "寿县",
                    Region.Level.COUNTY,
                    "341500",
                    LocalDate.of(1999, 1, 1),
                    LocalDate.of(2015, 11, 30),
                    List.of()),
            new Region("340422", "寿县", Region.Level.COUNTY, "340400", LocalDate.of(2015, 12, 1), null, List.of())));
    static final CodeList KINDS = new CodeList(
            "kinds",
            List.of(
                    new CodeList.Entry("01", new Bilingual("省内就业", "in the province"), List.of("省内")),
                    new CodeList.Entry("02", new Bilingual("省外就业", "elsewhere"), List.of("省外", "外省", "共有")),
                    new CodeList.Entry("03", new Bilingual("自主创业", "own business"), List.of("创业", "共有"))));

    final List<String> fields = new ArrayList<>();
    final List<Finding> problems = new ArrayList<>();
    int count;

    private static Region region(
            String code, String name, Region.Level level, @Nullable String parent, String... aliases) {
        return new Region(code, name, level, parent, LocalDate.of(1999, 1, 1), null, List.of(aliases));
    }

    static Column column(
            ColumnType type, @Nullable String unit, @Nullable String reported, boolean required, boolean qualified) {
        return new Column(
                "x",
                new Bilingual("某栏", "x"),
                type,
                new Place.Under("某栏"),
                unit,
                reported,
                required,
                qualified,
                type == ColumnType.CODE ? "kinds" : null,
                1);
    }

    static Column column(ColumnType type) {
        return column(type, null, null, false, false);
    }

    static ConversionContext context() {
        return new ConversionContext(
                REGIONS,
                Map.of("kinds", KINDS),
                Map.of("", Missing.UNKNOWN, "—", Missing.NONE, "…", Missing.BELOW_UNIT, "零", Missing.ZERO),
                Period.parse("2018-06").orElseThrow(),
                KEY,
                Grouping.COMMAS);
    }

    static Recorded convert(Column column, CellKind kind, String text) {
        return convert(column, Slice.of(kind, text));
    }

    static Recorded convert(Column column, Slice cell) {
        Recorded recorded = new Recorded();
        new Converters(context()).of(column).convert(cell, recorded, recorded);
        return recorded;
    }

    static Recorded text(Column column, String text) {
        return convert(column, CellKind.TEXT, text);
    }

    /** The fields, or the rule of the only problem. */
    String told() {
        return problems.isEmpty() ? String.join(" ", fields) : problems.get(0).rule();
    }

    private void field(String value) {
        fields.add(value);
        count++;
    }

    @Override
    public void missing(Missing why, int missing) {
        fields.add("!" + why.word());
        count += missing;
    }

    @Override
    public void integer(long value) {
        field(Long.toString(value));
    }

    @Override
    public void decimal(long unscaled, int scale) {
        decimal(BigDecimal.valueOf(unscaled, scale));
    }

    @Override
    public void decimal(BigDecimal value) {
        field(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    @Override
    public void date(int epochDay) {
        field(LocalDate.ofEpochDay(epochDay).toString());
    }

    @Override
    public void flag(boolean value) {
        field(Boolean.toString(value));
    }

    @Override
    public void text(byte[] bytes, int start, int end) {
        field(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    @Override
    public void text(String value) {
        field(value);
    }

    @Override
    public void binary(byte[] bytes) {
        field(HexFormat.of().formatHex(bytes));
    }

    @Override
    public void nothing() {
        field("null");
    }

    @Override
    public void found(
            Severity severity,
            String rule,
            @Nullable String reported,
            @Nullable String expected,
            Map<String, String> message) {
        problems.add(new Finding(severity, rule, null, null, null, reported, expected, message));
    }
}
