package org.xianbao.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xianbao.form.OwnSheet;
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
 * @param typed explanations typed into one of them, by the number of the query
 */
record FormerReply(Set<String> sheets, Map<String, Typed> typed) {

    /** Nothing when the file is no workbook, and no more than can be read of it. */
    static FormerReply of(Path file) throws IOException {
        FormerReply former = new FormerReply(new HashSet<>(), new HashMap<>());
        if (open(file) instanceof Workbook workbook) {
            try (workbook) {
                workbook.sheets().stream()
                        .filter(s -> OwnSheet.possible(s.name()))
                        .forEach(s -> former.read(workbook, s));
            } catch (WorkbookBroken e) {
                // the reply says so; what was typed behind the break is lost
            }
        }
        return former;
    }

    private static Opening open(Path file) throws IOException {
        try {
            return Workbooks.open(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(Workbook workbook, Sheet sheet) {
        try (SheetCursor cursor = workbook.read(sheet)) {
            boolean begun = cursor.next() && cursor.row().number() == 0;
            Optional<OwnSheet> own =
                    begun ? OwnSheet.of(sheet.name(), cursor.row().text(0)) : Optional.empty();
            own.ifPresent(o -> sheets.add(sheet.name()));
            while (own.equals(Optional.of(OwnSheet.EXPLANATION)) && cursor.next()) {
                String number = cursor.row().text(ExplanationPage.NUMBER).strip();
                String explanation = cursor.row().text(ExplanationPage.EXPLANATION);
                if (cursor.row().number() > ExplanationPage.HEADING_ROW && !explanation.isBlank()) {
                    typed.putIfAbsent(
                            number, new Typed(explanation, cursor.row().text(ExplanationPage.AUTHOR)));
                }
            }
        }
    }
}
