package org.xianbao.export.print;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.words.Words;

/** The two heading rows of a list, Chinese over English, repeated on every page and frozen on the screen. */
final class Heads {
    private Heads() {}

    static void write(Page page, String... keys) {
        write(page, Arrays.stream(keys).map(Words::of).toList());
    }

    static void write(Page page, List<Bilingual> heads) {
        int zh = page.begin(Look.left(Look.Part.HEAD), 18);
        int en = page.begin(Look.left(Look.Part.UNIT), 13);
        for (int i = 0; i < heads.size(); i++) {
            Bilingual words = heads.get(i);
            page.put(zh, i, Look.left(Look.Part.HEAD), words.zh());
            page.put(en, i, Look.left(Look.Part.UNIT), words.en());
            page.fit(en, Look.left(Look.Part.UNIT), words.en(), i, i);
        }
        page.sheet().createFreezePane(0, page.next());
        page.sheet().setRepeatingRows(new CellRangeAddress(zh, en, -1, -1));
    }
}
