package org.xianbao.bench;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xianbao.TestDatabase;
import org.xianbao.definition.RatioEdit;
import org.xianbao.definition.Region;
import org.xianbao.screening.Screened;
import org.xianbao.screening.Screening;

/** What screening a quarter costs against the one before: 2,800 counties, 16 returns each, six indicators a return. */
final class ScreeningBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int COUNTIES = Integer.getInteger("bench.counties", 2800);

    private ScreeningBenchmark() {}

    public static void main(String[] arguments) throws SQLException {
        TestDatabase database = withTheQuarterBefore(ClosingBenchmark.country(COUNTIES));
        Screening screening = new Screening(database.dataSource(), edits(), 10);
        double[] seconds = new double[ROUNDS];
        Screened screened = screening.screen(ClosingBenchmark.PERIOD);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            screened = screening.screen(ClosingBenchmark.PERIOD);
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%,d counties, %,d returns screened, %,d stand out: %.2f s (least %.2f, most %.2f of %d)%n",
                COUNTIES,
                screened.returns(),
                screened.outlying(),
                seconds[ROUNDS / 2],
                seconds[0],
                seconds[ROUNDS - 1],
                ROUNDS);
    }

    private static Map<String, RatioEdit> edits() {
        RatioEdit usual = new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 7, 8);
        return IntStream.rangeClosed(1, 16)
                .boxed()
                .flatMap(r -> IntStream.rangeClosed(1, 6).mapToObj(k -> "r" + r + "-" + k))
                .collect(Collectors.toMap(Function.identity(), name -> usual));
    }

    /** Each figure a tenth larger or smaller, at most. */
    private static TestDatabase withTheQuarterBefore(TestDatabase country) throws SQLException {
        ClosingBenchmark.execute(
                country,
                "select setseed(0.2018)",
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region, period,"
                        + " period_start, period_end, previous, places, rows, loaded) select reading, workbook, sheet, sheet_index + 16,"
                        + " return_name, since, version, region, '2018Q2', date '2018-04-01', date '2018-06-30', '2018Q1', places, rows,"
                        + " loaded from xianbao.submission",
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission where period = '2018Q2'",
                "insert into xianbao.measure select b.id, m.indicator, m.region, m.source,"
                        + " round(m.value * (0.9 + 0.2 * random())::numeric), m.denominator, m.qualifier from xianbao.submission b"
                        + " join xianbao.submission s on s.period = '2018Q3' and (s.return_name, s.region) = (b.return_name, b.region)"
                        + " join xianbao.measure m on m.submission = s.id where b.period = '2018Q2'",
                "analyze");
        return country;
    }
}
