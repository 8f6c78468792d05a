package org.xianbao.export.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.words.Words;

/** An edition as a workbook that can be printed and laid before a minister. */
public final class PrintedEdition {
    private static final int LONGEST_NAME = 31;
    private static final int INDICATORS_A_SHEET = 9;
    private static final int[] CHART_WIDTHS = {24, 24, 24, 24, 24};

    private final PublishedEdition edition;
    private final XSSFWorkbook workbook;
    private final Looks looks;

    private PrintedEdition(PublishedEdition edition, XSSFWorkbook workbook) {
        this.edition = edition;
        this.workbook = workbook;
        this.looks = new Looks(workbook);
    }

    /** An .xlsx; the same edition gives the same bytes. */
    public static byte[] of(PublishedEdition edition) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new PrintedEdition(edition, workbook).draw();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return Zips.dated(out.toByteArray(), edition.closedAt().toInstant());
        }
    }

    private void draw() {
        XSSFSheet cover = sheet(Words.of("sheet.cover").zh());
        Map<Bilingual, XSSFSheet> themes = new LinkedHashMap<>();
        ChartData data = new ChartData(sheet(Words.of("sheet.charts").zh()), looks);
        edition.themes().forEach(theme -> themes.put(theme, theme(theme, data)));
        if (!edition.disputed().isEmpty()) {
            new SourcesSheet(edition, sheet(Words.of("sheet.sources").zh()), looks).draw();
        }
        if (!edition.coverage().isEmpty() || !edition.missing().isEmpty()) {
            new ReportingSheet(edition, sheet(Words.of("sheet.reporting").zh()), looks).draw();
        }
        data.page().print(edition, false, 0);
        workbook.setSheetOrder(data.page().sheet().getSheetName(), workbook.getNumberOfSheets() - 1);
        new CoverSheet(edition, cover, looks, themes).draw();
        describe();
    }

    /** A sheet, or several where a theme has more indicators than a page is wide; the chart is on the first. */
    private XSSFSheet theme(Bilingual theme, ChartData data) {
        List<Statistic> statistics = edition.statistics(theme);
        int sheets = 1 + (statistics.size() - 1) / INDICATORS_A_SHEET;
        int each = 1 + (statistics.size() - 1) / sheets;
        ThemeChart chart = new ThemeChart(edition, theme, data);
        XSSFSheet first = null;
        for (int from = 0; from < statistics.size(); from += each) {
            List<Statistic> some = statistics.subList(from, Math.min(from + each, statistics.size()));
            XSSFSheet sheet = sheet(theme.zh());
            ThemeSheet table = new ThemeSheet(edition, theme, some, sheet, looks);
            boolean below = first == null && chart.shows() && table.hasRoom();
            table.draw(below ? chart : null);
            if (first == null && chart.shows() && !below) {
                chart(theme, chart);
            }
            first = first == null ? sheet : first;
        }
        return Objects.requireNonNull(first, "a theme has an indicator");
    }

    /** Behind a table that is longer than a page the chart has a page of its own. */
    private void chart(Bilingual theme, ThemeChart chart) {
        Page page = new Page(
                sheet(Words.of("sheet.chart", Map.of("theme", theme.zh())).zh()), looks, CHART_WIDTHS);
        page.title(theme.zh(), theme.en(), Captions.line(edition));
        chart.draw(page);
        page.print(edition, true, 1);
    }

    /** A sheet with a name that is allowed and not taken. */
    private XSSFSheet sheet(String name) {
        String safe = WorkbookUtil.createSafeSheetName(name, '·');
        String free = safe;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            String number = " " + i;
            free = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - number.length())) + number;
        }
        return workbook.createSheet(free);
    }

    private void describe() {
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(Words.of("title", Captions.edition(edition)).zh());
        properties.setCreator(edition.author());
        properties.setDescription("SHA-256 " + edition.checksum());
        Instant closed = edition.closedAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
        properties.setCreated(Optional.of(Date.from(closed)));
        properties.getUnderlyingProperties().setModifiedProperty(Optional.of(Date.from(closed)));
    }
}
