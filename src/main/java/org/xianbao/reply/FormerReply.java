package org.xianbao.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xianbao.explanation.Answer;
import org.xianbao.explanation.Answers;
import org.xianbao.explanation.ExplanationSheet;
import org.xianbao.form.ResultSheet;
import org.xianbao.workbook.Opening;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.WorkbookBroken;
import org.xianbao.workbook.Workbooks;

/**
 * What a workbook still carries of an earlier reply.
 *
 * @param sheets names of the sheets that are ours
 * @param answers what its sender has written to queries, by the number of the query
 */
record FormerReply(Set<String> sheets, Map<String, Answer> answers) {

    /** Nothing when the file is no workbook, and no more than can be read of it. */
    static FormerReply of(Path file) throws IOException {
        Set<String> sheets = new HashSet<>();
        Map<String, Answer> answers = new HashMap<>();
        if (open(file) instanceof Workbook workbook) {
            try (workbook) {
                read(workbook, sheets, answers);
            } catch (WorkbookBroken e) {
                // the reply says so; what was written behind the break is lost
            }
        }
        return new FormerReply(Set.copyOf(sheets), Map.copyOf(answers));
    }

    private static Opening open(Path file) throws IOException {
        try {
            return Workbooks.open(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void read(Workbook workbook, Set<String> sheets, Map<String, Answer> answers) {
        List<Sheet> ours = workbook.sheets().stream()
                .filter(s -> named(s.name()) && isOurs(s.name(), title(workbook, s)))
                .toList();
        ours.forEach(s -> sheets.add(s.name()));
        Answers.read(workbook, ours, finding -> {}).forEach(a -> answers.putIfAbsent(a.query(), a));
    }

    private static boolean named(String name) {
        return ExplanationSheet.stands(name, "") || ResultSheet.stands(name, ResultSheet.NAME);
    }

    /** By name and title: of a sheet that only one of them fits, the sender may want to keep something. */
    private static boolean isOurs(String name, String title) {
        return ResultSheet.stands(name, title)
                || (ExplanationSheet.stands(name, "") && ExplanationSheet.stands("", title));
    }

    private static String title(Workbook workbook, Sheet sheet) {
        try (SheetCursor cursor = workbook.read(sheet)) {
            return cursor.next() && cursor.row().number() == 0 ? cursor.row().text(0) : "";
        }
    }
}
