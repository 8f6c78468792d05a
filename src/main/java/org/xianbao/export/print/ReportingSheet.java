package org.xianbao.export.print;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Coverage;
import org.xianbao.export.edition.MissingReturn;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.words.Words;

/** How much of each return had come in when the edition was closed, and who was missing. */
final class ReportingSheet {
    private final PublishedEdition edition;
    private final Page page;

    ReportingSheet(PublishedEdition edition, XSSFSheet sheet, Looks looks) {
        this.edition = edition;
        this.page = new Page(sheet, looks, 30, 34, 10, 10, 10, 10);
    }

    void draw() {
        Bilingual title = Words.of("reporting");
        page.title(title.zh(), title.en(), Captions.line(edition));
        Heads.write(
                page,
                "reporting.return",
                "reporting.title-en",
                "reporting.owed",
                "reporting.reported",
                "reporting.rate",
                "reporting.unasked");
        edition.coverage().forEach(this::coverage);
        page.rule();
        missing();
        page.print(edition, false, 0);
    }

    private void coverage(Coverage c) {
        Look number = Look.number(Look.Part.BODY, "#,##0");
        int row = page.begin(Look.left(Look.Part.BODY), 17);
        page.put(row, 0, Look.left(Look.Part.BODY), c.title().zh());
        page.put(row, 1, Look.left(Look.Part.BODY), c.title().en());
        page.fit(row, Look.left(Look.Part.BODY), c.title().en(), 1, 1);
        page.put(row, 2, number, c.owed());
        page.put(row, 3, number, c.reported());
        if (c.owed() > 0) {
            page.put(row, 4, Look.number(Look.Part.BODY, "0.0%"), c.reported() / (double) c.owed());
        }
        page.put(row, 5, number, c.unasked());
    }

    private void missing() {
        page.across(Look.left(Look.Part.SECTION), Words.both("missing"));
        if (edition.missing().isEmpty()) {
            page.across(Look.left(Look.Part.NOTE), Words.both("missing.nobody"));
        }
        for (MissingReturn m : edition.missing()) {
            int row = page.begin(Look.left(Look.Part.BODY), 17);
            page.put(row, 0, Look.left(Look.Part.BODY), m.regionName() + "  " + m.region());
            page.put(row, 1, Look.left(Look.Part.BODY), m.title().zh());
            page.put(row, 2, Look.left(Look.Part.BODY), m.period());
            page.put(
                    row,
                    3,
                    Look.left(Look.Part.BODY),
                    Words.of(m.deadline().isAfter(edition.closedAt()) ? "missing.not-due" : "missing.late")
                            .zh());
        }
    }
}
