package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.Judged;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;
import org.xianbao.reply.xls.XlsReply;
import org.xianbao.reply.xlsx.XlsxReply;

/** Writes the workbook that goes back to its sender. Thread-safe. */
public final class Reply {
    private final Definitions definitions;

    public Reply(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Writes the annotated workbook: the sender's own with every finding marked, our pages before it. What cannot be read,
     * or not be marked, becomes a workbook of our pages alone.
     *
     * @param original the file as it came in; what an earlier reply put into it is taken off
     * @param target ends with {@code .xlsx}, {@code .xlsm} or {@code .xls}, as the original's kind asks for; {@code .xlsx} for a
     *     file that was refused
     * @throws IOException when one of them cannot be read or written; the target is of no use then
     */
    public void write(Path original, Judged judged, Path target) throws IOException {
        Names names = new Names(definitions);
        if (NoticePage.isFor(judged)) {
            create(List.of(NoticePage.of(judged, definitions.settings().zone())), target);
            return;
        }
        Map<String, List<Remark>> remarks = Remarks.of(judged, names);
        FormerReply former = FormerReply.of(original);
        List<Page> pages = new ArrayList<>();
        pages.add(page(judged, names, judged.worst() == null ? "steps.nothing" : "steps"));
        ExplanationPage.of(judged, names, former.answers()).ifPresent(pages::add);
        try {
            if (isXls(target)) {
                XlsReply.patch(original, remarks, former.sheets(), pages, target);
            } else {
                XlsxReply.patch(original, remarks, former.sheets(), pages, target);
            }
        } catch (PartBroken e) {
            LoggerFactory.getLogger(Reply.class)
                    .warn("workbook {} cannot be marked in place: {}", judged.hash(), e.getMessage());
            pages.set(0, page(judged, names, judged.returns().isEmpty() ? "steps.no-return" : "steps.unmarked"));
            create(pages, target);
        }
    }

    private static boolean isXls(Path target) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".xls");
    }

    /** @param steps what to do about all of it, by the key of the words */
    private Page page(Judged judged, Names names, String steps) {
        return ResultPage.of(judged, names, definitions.settings().zone(), Wording.of(steps));
    }

    private static void create(List<Page> pages, Path target) throws IOException {
        if (isXls(target)) {
            XlsReply.create(pages, target);
        } else {
            XlsxReply.create(pages, target);
        }
    }
}
