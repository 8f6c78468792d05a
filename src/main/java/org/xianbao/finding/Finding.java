package org.xianbao.finding;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * One judgement on a cell, a row, a column or a whole submission.
 *
 * @param severity what it weighs
 * @param rule the rule's name, lower case with dashes: {@code not-a-number}, {@code started-after-born}; keys of the
 *     message bundle for the built-in ones
 * @param sheet the sheet's name, null when it concerns the workbook
 * @param cell where it stands, null when no single cell does
 * @param column the definition's column name, null when it concerns no column
 * @param reported what the cell says, verbatim; null when nothing was reported. Masked where the column is personal.
 * @param expected what would have been right, for a person to read; null where the message alone says it
 * @param subject what tells the row from others, the same in every period; empty for the whole return. Never personal
 *     data in clear.
 * @param message values for the message's placeholders by name; {@code zh} and {@code en} override the bundle's text
 */
public record Finding(
        Severity severity,
        String rule,
        @Nullable String sheet,
        @Nullable CellAddress cell,
        @Nullable String column,
        @Nullable String reported,
        @Nullable String expected,
        String subject,
        Map<String, String> message) {

    /** Of no row in particular. */
    public Finding(
            Severity severity,
            String rule,
            @Nullable String sheet,
            @Nullable CellAddress cell,
            @Nullable String column,
            @Nullable String reported,
            @Nullable String expected,
            Map<String, String> message) {
        this(severity, rule, sheet, cell, column, reported, expected, "", message);
    }
}
