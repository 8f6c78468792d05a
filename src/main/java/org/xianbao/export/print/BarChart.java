package org.xianbao.export.print;

import java.util.HexFormat;
import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.xianbao.definition.Bilingual;

/** A bar chart with a group of bars a category, below what a page has. */
final class BarChart {
    private static final int ROWS = 16;
    private static final double TITLE_POINTS = 12;
    private static final double SUBTITLE_POINTS = 9;
    private static final List<String> COLORS = List.of("2F5597", "C55A11", "548235", "BF9000", "7030A0");

    private final Page page;
    private final Bilingual title;

    BarChart(Page page, Bilingual title) {
        this.page = page;
        this.title = title;
    }

    void draw(ChartData.Drawn where, List<String> titles) {
        XSSFChart chart = place();
        title(chart);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        up.setMinimum(0);
        up.setNumberFormat("#,##0.##");
        up.getOrAddMajorGridProperties().setLineProperties(line("D9D9D9"));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        bars.setGapWidth(80);
        for (int i = 0; i < titles.size(); i++) {
            XDDFChartData.Series series =
                    bars.addSeries(where.categories(), where.values().get(i));
            series.setTitle(titles.get(i), null);
            series.setFillProperties(new XDDFSolidFillProperties(color(COLORS.get(i % COLORS.size()))));
        }
        chart.plot(bars);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        label(chart);
    }

    private void title(XSSFChart chart) {
        chart.setTitleText(title.zh());
        XDDFTextBody text = chart.getTitle().getBody();
        write(text.getParagraph(0).getTextRuns().get(0), TITLE_POINTS, "1F3864");
        write(text.addNewParagraph().appendRegularRun(title.en()), SUBTITLE_POINTS, "7F7F7F");
    }

    private static void write(XDDFTextRun run, double points, String rgb) {
        run.setFontSize(points);
        run.setBold(false);
        run.setFillProperties(new XDDFSolidFillProperties(color(rgb)));
    }

    /** The value on top of each bar, as its cell shows it: 200余. */
    private static void label(XSSFChart chart) {
        CTDLbls labels = chart.getCTChart().getPlotArea().getBarChartArray(0).addNewDLbls();
        CTNumFmt format = labels.addNewNumFmt();
        format.setFormatCode("General");
        format.setSourceLinked(true);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private XSSFChart place() {
        page.skip();
        int first = page.next();
        for (int i = 0; i < ROWS; i++) {
            page.begin(Look.left(Look.Part.NOTE), 15);
        }
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, first, page.columns(), first + ROWS);
        return page.sheet().createDrawingPatriarch().createChart(anchor);
    }

    private static XDDFLineProperties line(String rgb) {
        return new XDDFLineProperties(new XDDFSolidFillProperties(color(rgb)));
    }

    private static XDDFColor color(String rgb) {
        return XDDFColor.from(HexFormat.of().parseHex(rgb));
    }
}
