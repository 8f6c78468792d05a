package org.xianbao.export.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.dictionary.Dictionary;
import org.xianbao.export.dictionary.Dictionary.Cell;
import org.xianbao.export.dictionary.Dictionary.Entry;
import org.xianbao.export.dictionary.Dictionary.Fact;
import org.xianbao.export.dictionary.Dictionary.Grid;
import org.xianbao.export.dictionary.Dictionary.Part;
import org.xianbao.export.words.Words;

/** The dictionary as a workbook to filter: a sheet a kind of table, each row with the entry that it belongs to. */
public final class PrintedDictionary {
    /** The definitions carry no date of their own. */
    private static final Instant NO_DATE = Instant.parse("2000-01-01T00:00:00Z");

    private static final int WIDEST = 44;
    private static final int NARROWEST = 8;

    private final XSSFWorkbook workbook;
    private final Looks looks;

    private PrintedDictionary(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.looks = new Looks(workbook);
    }

    /** An .xlsx; the same definitions give the same bytes. */
    public static byte[] of(Dictionary dictionary) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            PrintedDictionary printed = new PrintedDictionary(workbook);
            dictionary.parts().forEach(part -> printed.draw(part, dictionary.fingerprint()));
            workbook.getProperties()
                    .getCoreProperties()
                    .setTitle(Words.of("dictionary").zh());
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(NO_DATE)));
            workbook.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setModifiedProperty(Optional.of(Date.from(NO_DATE)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return Zips.dated(out.toByteArray(), NO_DATE);
        }
    }

    private void draw(Part part, String fingerprint) {
        List<Fact> facts = part.entries().stream().findFirst().map(Entry::facts).orElse(List.of());
        if (!facts.isEmpty()) {
            List<Bilingual> heads = facts.stream().map(Fact::label).toList();
            List<List<Cell>> rows = part.entries().stream()
                    .map(e -> with(e, e.facts().stream().map(Fact::value).toList()))
                    .toList();
            sheet(part.title(), heads, rows, fingerprint);
        }
        Map<String, List<List<Cell>>> rows = new LinkedHashMap<>();
        Map<String, Grid> grids = new LinkedHashMap<>();
        for (Entry entry : part.entries()) {
            for (Grid grid : entry.grids()) {
                grids.putIfAbsent(grid.key(), grid);
                List<List<Cell>> all = rows.computeIfAbsent(grid.key(), key -> new ArrayList<>());
                grid.rows().forEach(row -> all.add(with(entry, row)));
            }
        }
        grids.forEach((key, grid) -> sheet(grid.title(), grid.heads(), rows.getOrDefault(key, List.of()), fingerprint));
    }

    private static List<Cell> with(Entry entry, List<Cell> row) {
        List<Cell> all = new ArrayList<>();
        all.add(new Cell(entry.title(), false));
        all.addAll(row);
        return all;
    }

    private void sheet(Bilingual title, List<Bilingual> own, List<List<Cell>> rows, String fingerprint) {
        List<Bilingual> heads = new ArrayList<>();
        heads.add(Words.of("dictionary.entry"));
        heads.addAll(own);
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(heads.get(i), rows, i);
        }
        Page page = new Page(workbook.createSheet(title.zh()), looks, widths);
        page.title(title.zh(), title.en(), Words.of("dictionary.fingerprint").zh() + " " + fingerprint);
        int head = page.next();
        Heads.write(page, heads);
        rows.forEach(row -> row(page, row));
        page.sheet().setAutoFilter(new CellRangeAddress(head + 1, page.next() - 1, 0, widths.length - 1));
        page.rule();
        page.print(Words.of("dictionary").zh(), fingerprint, true, 0);
    }

    private static int width(Bilingual head, List<List<Cell>> rows, int column) {
        int widest = rows.stream()
                .map(row -> text(row.get(column)))
                .flatMap(String::lines)
                .mapToInt(Words::width)
                .max()
                .orElse(0);
        int needed = Math.max(widest, Math.max(Words.width(head.zh()), head.en().length())) + 2;
        return Math.max(NARROWEST, Math.min(WIDEST, needed));
    }

    private static void row(Page page, List<Cell> row) {
        int at = page.begin(Look.left(Look.Part.BODY), 15);
        for (int i = 0; i < row.size(); i++) {
            Look look = Look.left(Look.Part.BODY);
            page.put(at, i, look, text(row.get(i)));
            page.fit(at, look, text(row.get(i)), i, i);
        }
    }

    private static String text(Cell cell) {
        Bilingual text = cell.text();
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + "\n" + text.en();
    }
}
