package org.xianbao.value;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Missing;
import org.xianbao.finding.Severity;

/**
 * What is alike for every column: cells that hold no value, missing marks, required columns, and that a refused cell
 * gives all its fields as missing and one problem.
 */
final class ColumnConverter implements Converter {
    /** More of a refused text is not repeated. */
    private static final int LONGEST_REPORTED = 4000;

    private final Column column;
    private final int fieldCount;
    private final Marks marks;
    private final ValueReader reader;
    private final boolean exact;

    ColumnConverter(Column column, Marks marks, ValueReader reader) {
        this.column = column;
        this.fieldCount = column.stored().size();
        this.marks = marks;
        this.reader = reader;
        this.exact = column.qualified() && !column.type().numeric();
    }

    @Override
    public void convert(Slice cell, FieldSink fields, Problems problems) {
        switch (cell.kind()) {
            case BLANK -> missing(marks.blank(), null, fields, problems);
            case ERROR -> refuse(Refusal.of("cell-error"), cell.text(), fields, problems);
            case FORMULA_WITHOUT_VALUE -> refuse(Refusal.of("formula-without-value"), cell.text(), fields, problems);
            case TEXT, NUMBER, PERCENT, DATE, BOOLEAN -> filled(cell, fields, problems);
        }
    }

    private void filled(Slice cell, FieldSink fields, Problems problems) {
        Missing mark = marks.quick(cell);
        if (mark != null) {
            missing(mark, cell.text(), fields, problems);
        } else if (reader.quick(cell, fields)) {
            qualify(fields);
        } else {
            slow(cell, fields, problems);
        }
    }

    private void slow(Slice cell, FieldSink fields, Problems problems) {
        String all = cell.text();
        if (!sound(cell, all)) {
            refuse(Refusal.of("bad-character"), all, fields, problems);
            return;
        }
        String text = PlainText.trimmed(all);
        Missing mark = text.isEmpty() ? marks.blank() : marks.find(text);
        if (mark != null) {
            missing(mark, text.isEmpty() ? null : text, fields, problems);
            return;
        }
        Refusal refusal = undeclared(cell, text) ? marks.unknown() : reader.read(cell, text, fields);
        if (refusal == null) {
            qualify(fields);
        } else {
            boolean unknownMark = cell.kind() == CellKind.TEXT && PlainText.mark(text);
            refuse(unknownMark ? marks.unknown() : refusal, shown(cell, all), fields, problems);
        }
    }

    /** Any text may stand in a text column, yet a lone dash says that something is missing. */
    private boolean undeclared(Slice cell, String text) {
        return (column.type() == ColumnType.TEXT || column.type() == ColumnType.NAME)
                && cell.kind() == CellKind.TEXT
                && PlainText.dashes(text);
    }

    private void qualify(FieldSink fields) {
        if (exact) {
            fields.text("=");
        }
    }

    private void missing(Missing why, @Nullable String mark, FieldSink fields, Problems problems) {
        if (why == Missing.ZERO && column.type().numeric()) {
            zero(fields);
            return;
        }
        fields.missing(why, fieldCount);
        if (column.required()) {
            tell(Refusal.of("required"), mark, problems);
        }
    }

    private void zero(FieldSink fields) {
        if (column.type() == ColumnType.INTEGER) {
            fields.integer(0);
        } else {
            fields.decimal(0, 0);
        }
        if (column.qualified()) {
            fields.text("=");
        }
    }

    private void refuse(Refusal refusal, String reported, FieldSink fields, Problems problems) {
        fields.missing(Missing.REFUSED, fieldCount);
        tell(refusal, reported, problems);
    }

    private void tell(Refusal refusal, @Nullable String reported, Problems problems) {
        String shown = reported == null ? null : presentable(reported);
        Map<String, String> message = new LinkedHashMap<>(refusal.more());
        message.put("reported", shown == null ? "" : shown);
        message.put("expected", refusal.expected() == null ? "" : refusal.expected());
        message.put("column", column.title().zh());
        problems.found(Severity.REJECT, refusal.rule(), shown, refusal.expected(), Map.copyOf(message));
    }

    private String presentable(String reported) {
        String shown = column.type().personal() ? Masks.any(reported) : reported.replace('\0', '\u2400');
        return shown.length() <= LONGEST_REPORTED
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_REPORTED / 2)) + "…";
    }

    /** A percentage is shown as the sheet shows it. */
    private static String shown(Slice cell, String text) {
        return cell.kind() == CellKind.PERCENT ? NumberReader.percent(text) : text;
    }

    private static boolean sound(Slice cell, String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        if (text.indexOf('\uFFFD') < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(cell.bytes(), cell.start(), cell.length()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
