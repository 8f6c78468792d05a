package org.xianbao.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line by which a form says what it is: {@code 表式版本 placement/2010-01-01/ab12cd34ef56}. The version behind the
 * edition tells definitions apart that differ in their rules, and says nothing of the form.
 *
 * @param name of the return
 * @param since from when on the edition is valid
 */
record PrintedEdition(String name, LocalDate since) {
    private static final Pattern LINE =
            Pattern.compile("表式版本:?([a-z][a-z0-9_]*)/(\\d{4}-\\d{2}-\\d{2})/[0-9a-f]{6,64}");

    /** The first such line among the rows that were kept. */
    static Optional<PrintedEdition> of(Head head) {
        for (int row : head.rowNumbers()) {
            for (Located cell : head.row(row)) {
                Optional<PrintedEdition> edition = cell.blank() ? Optional.empty() : of(Wording.of(cell.text()));
                if (edition.isPresent()) {
                    return edition;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PrintedEdition> of(String text) {
        Matcher line = LINE.matcher(text);
        try {
            return line.find()
                    ? Optional.of(new PrintedEdition(line.group(1), LocalDate.parse(line.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
