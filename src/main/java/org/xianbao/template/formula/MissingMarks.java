package org.xianbao.template.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Column;
import org.xianbao.definition.Missing;

/** Whether a cell says that nothing is there, by the marks of its form. */
public final class MissingMarks {
    private final Map<String, Missing> marks;

    /** @param marks mark to meaning; the empty string stands for a blank cell */
    public MissingMarks(Map<String, Missing> marks) {
        this.marks = marks;
    }

    /** A formula that is true when the column's value is unknown for the judge: a mark that stands for zero is a value. */
    public String of(String cell, Column column) {
        List<String> tests = new ArrayList<>();
        marks.forEach((mark, meaning) -> {
            if (meaning != Missing.ZERO || !column.type().numeric()) {
                tests.add(cell + "=" + Excel.text(mark));
            }
        });
        return Excel.or(tests);
    }

    /** The marks that may be typed, without the blank cell. */
    public List<String> typed() {
        return marks.keySet().stream().filter(m -> !m.isEmpty()).toList();
    }

    /** A formula that is true when the cell holds one of the marks. */
    public String mark(String cell) {
        return Excel.or(typed().stream().map(m -> cell + "=" + Excel.text(m)).toList());
    }
}
