package org.xianbao.export.print;

import java.util.Arrays;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Coverage;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Status;
import org.xianbao.export.words.Words;

/** The first sheet: which edition this is, what it holds, and what the signs in it mean. */
final class CoverSheet {
    private static final int LABEL = 24;
    private static final int SIGN = 12;
    private static final int REST = 28;

    private final PublishedEdition edition;
    private final Map<Bilingual, XSSFSheet> themes;
    private final Page page;

    CoverSheet(PublishedEdition edition, XSSFSheet sheet, Looks looks, Map<Bilingual, XSSFSheet> themes) {
        this.edition = edition;
        this.themes = themes;
        this.page = new Page(sheet, looks, LABEL, SIGN, REST, REST);
    }

    void draw() {
        Bilingual title = Words.of("title", Captions.edition(edition));
        page.title(title.zh(), title.en(), Captions.line(edition));
        about();
        contents();
        legend();
        notes();
        page.print(edition, false, 0);
    }

    private void about() {
        section("about");
        pair(
                "about.period",
                edition.period().label() + "（" + edition.period().start() + " – "
                        + edition.period().end() + "）");
        pair("about.edition", Words.both(Words.of("about.edition.text", Captions.edition(edition))));
        pair("about.cut-off", Captions.minute(edition.cutOff()));
        pair("about.closed", Captions.minute(edition.closedAt()));
        pair("about.author", edition.author());
        if (edition.reason() != null) {
            pair("about.reason", edition.reason());
        }
        pair("about.figures", Integer.toString(edition.figures().size()));
        if (!edition.coverage().isEmpty()) {
            int owed = edition.coverage().stream().mapToInt(Coverage::owed).sum();
            int reported =
                    edition.coverage().stream().mapToInt(Coverage::reported).sum();
            pair("about.coverage", reported + " / " + owed);
        }
        pair("about.checksum", edition.checksum());
    }

    private void contents() {
        section("contents");
        themes.forEach((theme, sheet) -> {
            int row = page.begin(Look.left(Look.Part.VALUE), 17);
            String count = Integer.toString(edition.statistics(theme).size());
            page.put(row, 0, Look.left(Look.Part.LINK), theme.zh());
            page.put(row, 1, Look.left(Look.Part.VALUE), theme.en());
            page.merge(row, 1, 2);
            page.put(
                    row,
                    3,
                    Look.left(Look.Part.VALUE),
                    Words.both(Words.of("contents.indicators", Map.of("n", count))));
            Hyperlink link = page.sheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + sheet.getSheetName().replace("'", "''") + "'!A1");
            page.sheet().getRow(row).getCell(0).setHyperlink(link);
        });
    }

    private void legend() {
        section("legend");
        Arrays.stream(Qualifier.values())
                .filter(q -> q != Qualifier.EXACT)
                .forEach(q -> sign(example(q), Captions.sign(q), q.meaning()));
        Arrays.stream(Status.values())
                .filter(s -> s != Status.A)
                .forEach(s -> sign(s == Status.Q ? Captions.suppressed().zh() : "", s.name(), s.meaning()));
        sign("", Captions.OTHER_SOURCES, Words.of("other-sources"));
        sign("", Words.of("blank").zh(), Words.of("blank.meaning"));
    }

    private static String example(Qualifier qualifier) {
        return qualifier.before() + "6,300" + qualifier.behind();
    }

    private void notes() {
        section("notes");
        for (String key : new String[] {"notes.regions", "notes.adding", "notes.ratios", "notes.number"}) {
            Bilingual note = Words.of(key);
            page.across(Look.left(Look.Part.NOTE), note.zh());
            page.across(Look.left(Look.Part.NOTE), note.en());
        }
    }

    private void section(String key) {
        page.begin(Look.left(Look.Part.NOTE), 8);
        page.across(Look.left(Look.Part.SECTION), Words.both(key));
    }

    private void pair(String key, String value) {
        String label = Words.both(key);
        int row = page.begin(Look.left(Look.Part.VALUE), 17);
        page.put(row, 0, Look.left(Look.Part.LABEL), label);
        page.put(row, 1, Look.left(Look.Part.VALUE), value);
        page.merge(row, 1, page.columns() - 1);
        page.fit(row, Look.left(Look.Part.VALUE), value, 1, page.columns() - 1);
        page.fit(row, Look.left(Look.Part.LABEL), label, 0, 0);
    }

    private void sign(String example, String sign, Bilingual meaning) {
        int row = page.begin(Look.left(Look.Part.VALUE), 16);
        page.put(row, 0, Look.left(Look.Part.VALUE), example);
        page.put(row, 1, Look.left(Look.Part.FLAG), sign);
        page.put(row, 2, Look.left(Look.Part.VALUE), meaning.zh());
        page.put(row, 3, Look.left(Look.Part.VALUE), meaning.en());
        page.fit(row, Look.left(Look.Part.VALUE), meaning.en(), 3, 3);
    }
}
