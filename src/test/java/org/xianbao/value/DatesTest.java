package org.xianbao.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "DATE, 2018-06-05, 2018-06-05",
        "DATE, 2018-06-05T13:30:00, 2018-06-05",
        "TEXT, 2018-06-05, 2018-06-05",
        "TEXT, 2018年6月5日, 2018-06-05",
        "TEXT, 2018年06月05号, 2018-06-05",
        "TEXT, 2018-6-5, 2018-06-05",
        "TEXT, 2018/06/05, 2018-06-05",
        "TEXT, 2018.6.5, 2018-06-05",
        "TEXT, 20180605, 2018-06-05",
        "TEXT, '　２０１８．６．５ ', 2018-06-05",
        "TEXT, 2018 年 6 月 5 日, 2018-06-05",
        "TEXT, 2018-06-05 00:00:00, 2018-06-05",
        "TEXT, 2016-02-29, 2016-02-29",
        "TEXT, 2018年2月30日, no-such-day",
        "TEXT, 2018-02-29, no-such-day",
        "TEXT, 2018-13-01, no-such-day",
        "TEXT, 20181301, no-such-day",
        "TEXT, 2018-6.5, not-a-date",
        "TEXT, 2018年6月, date-incomplete",
        "TEXT, 2018.6, date-incomplete",
        "TEXT, 2018/06, date-incomplete",
        "TEXT, 2018, date-incomplete",
        "TEXT, 6月5日, date-incomplete",
        "TEXT, 18年6月5日, two-digit-year",
        "TEXT, 18-6-5, two-digit-year",
        "TEXT, 05/06/2018, not-a-date",
        "TEXT, 43256, not-a-date",
        "NUMBER, 20180605, 2018-06-05",
        "NUMBER, 20180605.0, 2018-06-05",
        "NUMBER, 43256, date-without-format",
        "NUMBER, 43256.5, date-without-format",
        "NUMBER, 201806, date-incomplete",
        "NUMBER, 2018.6, date-incomplete",
        "NUMBER, 20181399, no-such-day",
        "NUMBER, -1, not-a-date",
        "BOOLEAN, TRUE, not-a-date",
        "TEXT, —, !none"
    })
    void readsDays(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.DATE), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 2018, 2018",
        "NUMBER, 2018, 2018",
        "NUMBER, 2018.0, 2018",
        "TEXT, 2018年, 2018",
        "TEXT, 2018 年度, 2018",
        "TEXT, ２０１８, 2018",
        "DATE, 2018-06-05, 2018",
        "DATE, 1905-07-10, not-a-year",
        "TEXT, 18, not-a-year",
        "TEXT, 2018-2019, not-a-year",
        "NUMBER, 43256, not-a-year"
    })
    void readsYears(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.YEAR), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, TEXT, 2018年6月, 2018-06",
        "MONTH, TEXT, 2018年06月份, 2018-06",
        "MONTH, TEXT, '（2018 年　6 月）', 2018-06",
        "MONTH, TEXT, 2018.6, 2018-06",
        "MONTH, TEXT, 2018.1, 2018-01",
        "MONTH, TEXT, 2018.10, 2018-10",
        "MONTH, TEXT, 2018/06, 2018-06",
        "MONTH, TEXT, 2018-06, 2018-06",
        "MONTH, TEXT, 201806, 2018-06",
        "MONTH, TEXT, ２０１８年６月, 2018-06",
        "MONTH, TEXT, 2018年6月30日, 2018-06",
        "MONTH, TEXT, 2018年6月1日至2018年6月30日, 2018-06",
        "MONTH, TEXT, 2018年13月, none",
        "MONTH, TEXT, 2018年, none",
        "MONTH, TEXT, 2018年第2季度, none",
        "MONTH, TEXT, 6月, none",
        "MONTH, NUMBER, 201806, 2018-06",
        "MONTH, NUMBER, 201806.0, 2018-06",
        "MONTH, NUMBER, 2018.6, 2018-06",
        "MONTH, NUMBER, 2018.11, 2018-11",
        "MONTH, NUMBER, 2018.1, none",
        "MONTH, NUMBER, 43256, none",
        "MONTH, DATE, 2018-06-30, 2018-06",
        "MONTH, BLANK, '', none",
        "MONTH_21ST, TEXT, 2018年6月, 2018-06",
        "MONTH_21ST, TEXT, 2018年5月21日至6月20日, 2018-06",
        "MONTH_21ST, DATE, 2018-06-21, 2018-07",
        "QUARTER, TEXT, 2018年第2季度, 2018Q2",
        "QUARTER, TEXT, 2018年二季度, 2018Q2",
        "QUARTER, TEXT, 2018年第二季度, 2018Q2",
        "QUARTER, TEXT, 2018Q2, 2018Q2",
        "QUARTER, TEXT, 2018年4-6月, 2018Q2",
        "QUARTER, TEXT, 2018年5-7月, none",
        "QUARTER, TEXT, 2018年5季度, none",
        "QUARTER, DATE, 2018-12-31, 2018Q4",
        "QUARTER, TEXT, 2018年6月, none",
        "HALF, TEXT, 2018年上半年, 2018H1",
        "HALF, TEXT, 2018年下半年, 2018H2",
        "HALF, TEXT, 2018H1, 2018H1",
        "HALF, TEXT, 2018年1—6月, 2018H1",
        "YEAR, TEXT, 2018年, 2018",
        "YEAR, TEXT, 2018年度, 2018",
        "YEAR, NUMBER, 2018, 2018",
        "YEAR, NUMBER, 2018.0, 2018",
        "YEAR, TEXT, 2018年1-12月, 2018",
        "YEAR, TEXT, 18年, none",
        "EVENT, TEXT, 2018年10月15日, 2018-10-15",
        "EVENT, TEXT, 2018.10.15, 2018-10-15",
        "EVENT, NUMBER, 20181015, 2018-10-15",
        "EVENT, DATE, 2018-10-15, 2018-10-15",
        "EVENT, TEXT, 2018年10月, none",
        "EVENT, NUMBER, 43388, none"
    })
    void readsPeriods(Frequency frequency, CellKind kind, String reported, String label) {
        assertThat(Periods.read(Slice.of(kind, reported), frequency)
                        .map(Period::label)
                        .orElse("none"))
                .isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"2018年6月, 2018-06", "2018年上半年, not-a-period", "—, !none"})
    void storesThePeriodsLabel(String reported, String told) {
        assertThat(Recorded.text(Recorded.column(ColumnType.PERIOD), reported).told())
                .isEqualTo(told);
    }
}
