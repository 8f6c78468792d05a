package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
     * @param target {@code .xlsx} or {@code .xls}, of the original's kind; {@code .xlsx} for a file that was refused. What
     *     is there is replaced, all at once.
     * @throws IOException when one of them cannot be read or written
     */
    public void write(Path original, Judged judged, Path target) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
        try {
            draft(original, judged, isXls(target), draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean isXls(Path target) {
        return target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xls");
    }

    private void draft(Path original, Judged judged, boolean xls, Path draft) throws IOException {
        Names names = new Names(definitions);
        if (NoticePage.isFor(judged)) {
            create(List.of(NoticePage.of(judged, definitions.settings().zone())), xls, draft);
            return;
        }
        Map<String, List<Remark>> remarks = Remarks.of(judged, names);
        FormerReply former = FormerReply.of(original);
        List<Page> pages = new ArrayList<>();
        pages.add(page(judged, names, Wording.of(judged.worst() == null ? "steps.nothing" : "steps")));
        ExplanationPage.of(judged, names, former.typed()).ifPresent(pages::add);
        try {
            if (xls) {
                XlsReply.patch(original, remarks, former.sheets(), pages, draft);
            } else {
                XlsxReply.patch(original, remarks, former.sheets(), pages, draft);
            }
        } catch (PartBroken e) {
            LoggerFactory.getLogger(Reply.class)
                    .warn("workbook {} cannot be marked in place: {}", judged.hash(), e.getMessage());
            pages.set(0, page(judged, names, Wording.of("steps.unmarked")));
            create(pages, xls, draft);
        }
    }

    private Page page(Judged judged, Names names, String steps) {
        return ResultPage.of(judged, names, definitions.settings().zone(), steps);
    }

    private static void create(List<Page> pages, boolean xls, Path draft) throws IOException {
        if (xls) {
            XlsReply.create(pages, draft);
        } else {
            XlsxReply.create(pages, draft);
        }
    }
}
