package org.xianbao.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.cell.CellKind;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.finding.Severity;

class NumbersTest {
    private static final Column PERSONS = Recorded.column(ColumnType.INTEGER, "人", null, false, false);
    private static final Column YUAN = Recorded.column(ColumnType.AMOUNT, "元", "万元", false, false);
    private static final Column ABOUT = Recorded.column(ColumnType.QUANTITY, "人", null, false, true);

    @ParameterizedTest
    @CsvSource({
        "TEXT, 42, 42",
        "TEXT, ４２, 42",
        "TEXT, '　42\u00a0', 42",
        "TEXT, '1,234', 1234",
        "TEXT, '1，234，567', 1234567",
        "TEXT, '1,23', bad-thousands",
        "TEXT, '12,34,567', bad-thousands",
        "TEXT, '1.234,5', not-a-number",
        "TEXT, -7, -7",
        "TEXT, －7, -7",
        "TEXT, −7, -7",
        "TEXT, +7, 7",
        "TEXT, 3.0, 3",
        "TEXT, 3.5, not-whole",
        "TEXT, (5), parenthesised",
        "TEXT, （1200）, parenthesised",
        "TEXT, 1.2万, 12000",
        "TEXT, 3亿, 300000000",
        "TEXT, 1.2万人, 12000",
        "TEXT, 42人, 42",
        "TEXT, 42 名, 42",
        "TEXT, 42户, unit-mismatch",
        "TEXT, 六千三百, chinese-numeral",
        "TEXT, 一, unknown-mark",
        "TEXT, -, unknown-mark",
        "TEXT, /, unknown-mark",
        "TEXT, 无, unknown-mark",
        "TEXT, —, !none",
        "TEXT, ' … ', !below-unit",
        "TEXT, 零, 0",
        "TEXT, '　', !unknown",
        "TEXT, 1 2, not-a-number",
        "TEXT, 20-30, not-a-number",
        "TEXT, 5., not-a-number",
        "TEXT, NaN, not-a-number",
        "TEXT, Infinity, not-a-number",
        "TEXT, 1.40222E+17, digits-lost",
        "TEXT, 1.2E3, digits-lost",
        "TEXT, 6300余, qualifier-not-allowed",
        "TEXT, 12345678901234567, 12345678901234567",
        "TEXT, 99999999999999999999, too-large",
        "NUMBER, 42, 42",
        "NUMBER, 42.0, 42",
        "NUMBER, 1.2E3, 1200",
        "NUMBER, 1.40222E17, digits-lost",
        "NUMBER, 1234567890123456, digits-lost",
        "NUMBER, 3.5, not-whole",
        "NUMBER, 2.9999999999999996, 3",
        "NUMBER, NaN, not-a-number",
        "NUMBER, 1E999999999, not-a-number",
        "PERCENT, 0.5, unit-mismatch",
        "DATE, 2018-06-05, not-a-number",
        "BOOLEAN, TRUE, not-a-number",
        "ERROR, #REF!, cell-error",
        "FORMULA_WITHOUT_VALUE, SUM(A1:A9), formula-without-value"
    })
    void readsWholeNumbers(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(PERSONS, kind, reported).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 60, 600000",
        "TEXT, 60万元, 600000",
        "TEXT, 600000元, 600000",
        "TEXT, 60 百万元, 60000000",
        "TEXT, 0.5亿元, 50000000",
        "TEXT, 50千元, 50000",
        "TEXT, 60万, unit-mismatch",
        "TEXT, 60美元, unit-mismatch",
        "TEXT, .5, 5000",
        "TEXT, 19.53万元, 195300",
        "NUMBER, 19.53, 195300",
        "NUMBER, 0.30000000000000004, 3000",
        "NUMBER, -0.00001, -0.1",
        "NUMBER, 0E50, 0"
    })
    void convertsUnitsExactly(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(YUAN, kind, reported).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 39.9%, 39.9",
        "TEXT, 39.9 ％, 39.9",
        "TEXT, ３９．９％, 39.9",
        "TEXT, 39.9, 39.9",
        "NUMBER, 39.9, 39.9",
        "PERCENT, 0.399, 39.9",
        "PERCENT, 0.117, 11.7",
        "PERCENT, 6.7900000000000002E-2, 6.79",
        "TEXT, 1.2万, unit-mismatch",
        "TEXT, 3‰, unit-mismatch",
        "TEXT, 百分之三十, chinese-numeral"
    })
    void readsPercentages(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.PERCENT), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "6300, 6300 =",
        "6300余, 6300 >",
        "6300多, 6300 >",
        "6300多名, 6300 >",
        "70余人, 70 >",
        "近20, 20 ≈<",
        "约375, 375 ≈",
        "大约 375人, 375 ≈",
        "375左右, 375 ≈",
        "375人左右, 375 ≈",
        "超过200, 200 >",
        "逾200, 200 >",
        "至少200, 200 >",
        "≥200, 200 >",
        "＞200, 200 >",
        "不足200, 200 <",
        "不到200人, 200 <",
        "≤200, 200 <",
        "200以下, 200 <",
        "200人以上, 200 >",
        "1.2万余, 12000 >",
        "5万多人, 50000 >",
        "超过6300多, 6300 >",
        "约6300余, qualifier-unclear",
        "近20批次, unit-mismatch",
        "余, not-a-number",
        "零, 0 ="
    })
    void keepsQualifiers(String reported, String told) {
        assertThat(Recorded.text(ABOUT, reported).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"60余万元, 600000 >", "5万多元, 50000 >", "约375万元, 3750000 ≈", "20余, 200000 >", "3万元以上, 30000 >"})
    void keepsQualifiersBeforeAUnit(String reported, String told) {
        assertThat(Recorded.text(Recorded.column(ColumnType.AMOUNT, "元", "万元", false, true), reported)
                        .told())
                .isEqualTo(told);
    }

    @Test
    void acceptsACounterWordThatIsTheColumnsUnit() {
        assertThat(Recorded.text(Recorded.column(ColumnType.QUANTITY, "批次", null, false, true), "近20批次")
                        .told())
                .isEqualTo("20 ≈<");
    }

    @Test
    void takesAMultiplierWhereTheColumnHasNoUnit() {
        assertThat(Recorded.text(Recorded.column(ColumnType.DECIMAL), "1.2万").told())
                .isEqualTo("12000");
        assertThat(Recorded.text(Recorded.column(ColumnType.DECIMAL), "1.2万元").told())
                .isEqualTo("unit-mismatch");
    }

    @Test
    void keepsCommasOutWhereNoneAreDeclared() {
        ConversionContext c = Recorded.context();
        Recorded recorded = new Recorded();
        new Converters(new ConversionContext(c.regions(), c.lists(), c.missing(), c.period(), c.key(), Grouping.NONE))
                .of(PERSONS)
                .convert(org.xianbao.cell.Slice.of(CellKind.TEXT, "1,234"), recorded, recorded);
        assertThat(recorded.told()).isEqualTo("bad-thousands");
    }

    @Test
    void refusesUnitsThatDoNotConvertBeforeAnyCell() {
        assertThatThrownBy(() -> Recorded.text(Recorded.column(ColumnType.AMOUNT, "元", "户", false, false), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("户 does not convert to 元");
    }

    @Test
    void aRefusalCarriesTheReportedTextAndWhatWasExpected() {
        Recorded recorded = Recorded.text(YUAN, " 若干 ");

        assertThat(recorded.fields).containsExactly("!refused");
        assertThat(recorded.problems).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.REJECT);
            assertThat(problem.reported()).isEqualTo(" 若干 ");
            assertThat(problem.expected()).isEqualTo("1234.5 万元");
            assertThat(problem.message()).containsEntry("reported", " 若干 ").containsEntry("expected", "1234.5 万元");
        });
    }

    @Test
    void aMissingRequiredValueIsRejectedAndKeepsWhyItIsMissing() {
        Column required = Recorded.column(ColumnType.INTEGER, null, null, true, false);

        Recorded blank = Recorded.convert(required, CellKind.BLANK, "");
        assertThat(blank.fields).containsExactly("!unknown");
        assertThat(blank.told()).isEqualTo("required");
        assertThat(Recorded.text(required, "—").fields).containsExactly("!none");
        assertThat(Recorded.text(required, "—").told()).isEqualTo("required");
        assertThat(Recorded.text(required, "零").told()).isEqualTo("0");
    }
}
