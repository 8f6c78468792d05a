package org.xianbao.export.print;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.xianbao.export.words.Words;

/** The sheet that holds what the charts draw: counties stand apart in the tables, and a chart needs them together. */
final class ChartData {
    private static final int[] WIDTHS = {18, 18, 18, 18, 18, 18};

    private final Page page;

    /** A value with the number format that its cell has. */
    record Value(double number, String format) {}

    /** @param values one a category; null where there is none */
    record Series(String title, List<@Nullable Value> values) {}

    /** Where the categories and the values of each series stand. */
    record Drawn(XDDFDataSource<String> categories, List<XDDFNumericalDataSource<Double>> values) {}

    ChartData(XSSFSheet sheet, Looks looks) {
        this.page = new Page(sheet, looks, WIDTHS);
        page.across(Look.left(Look.Part.SECTION), Words.both("charts"));
    }

    Page page() {
        return page;
    }

    Drawn add(String title, List<String> categories, List<Series> series) {
        page.skip();
        page.across(Look.left(Look.Part.SECTION), title);
        int head = page.begin(Look.left(Look.Part.HEAD), 18);
        for (int i = 0; i < series.size(); i++) {
            page.put(head, i + 1, Look.center(Look.Part.HEAD), series.get(i).title());
            page.fit(head, Look.center(Look.Part.HEAD), series.get(i).title(), i + 1, i + 1);
        }
        int first = page.next();
        for (int c = 0; c < categories.size(); c++) {
            int row = page.begin(Look.left(Look.Part.BODY), 15);
            page.put(row, 0, Look.left(Look.Part.BODY), categories.get(c));
            for (int i = 0; i < series.size(); i++) {
                Value value = series.get(i).values().get(c);
                if (value != null) {
                    page.put(row, i + 1, Look.number(Look.Part.BODY, value.format()), value.number());
                }
            }
        }
        return drawn(first, page.next() - 1, series.size());
    }

    private Drawn drawn(int first, int last, int series) {
        XSSFSheet sheet = page.sheet();
        return new Drawn(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0)),
                IntStream.rangeClosed(1, series)
                        .mapToObj(i -> XDDFDataSourcesFactory.fromNumericCellRange(
                                sheet, new CellRangeAddress(first, last, i, i)))
                        .toList());
    }
}
