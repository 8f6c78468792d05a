package org.xianbao.form;

import java.util.Map;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Form;
import org.xianbao.workbook.Row;

/** Counts hidden rows and tells them once. */
final class HiddenRows {
    private int count;
    private int first;
    private int last;

    /** Counts the row when it is hidden; whether it is to be left out. */
    boolean leavesOut(Row row, Form.Hidden policy) {
        if (!row.hidden()) {
            return false;
        }
        first = count == 0 ? row.number() : first;
        last = row.number();
        count++;
        return policy == Form.Hidden.SKIP;
    }

    void tell(Teller teller, Form.Hidden policy) {
        if (count > 0) {
            Hiding.tell(
                    teller,
                    policy,
                    "hidden-rows",
                    new CellAddress(first, 0),
                    Map.of(
                            "count", String.valueOf(count),
                            "first", String.valueOf(first + 1),
                            "last", String.valueOf(last + 1)));
        }
    }
}
