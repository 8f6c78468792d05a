package org.xianbao.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Form;

/** Tells what is hidden on a form, as its policy wants it. */
final class Hiding {
    private Hiding() {}

    /** @param rule told as it is when read with a note; {@code -skipped} or {@code -refused} behind it otherwise */
    static void tell(
            Teller teller, Form.Hidden policy, String rule, @Nullable CellAddress cell, Map<String, String> message) {
        switch (policy) {
            case NOTE -> teller.note(rule, cell, message);
            case READ -> {}
            case SKIP -> teller.note(rule + "-skipped", cell, message);
            case REJECT -> teller.reject(rule + "-refused", cell, message);
        }
    }
}
