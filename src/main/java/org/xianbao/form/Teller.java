package org.xianbao.form;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;

/** Tells findings on one sheet. */
record Teller(String sheet, Consumer<Finding> findings) {

    void reject(String rule, @Nullable CellAddress cell, Map<String, String> message) {
        tell(Severity.REJECT, rule, cell, null, null, null, message);
    }

    void note(String rule, @Nullable CellAddress cell, Map<String, String> message) {
        tell(Severity.NOTE, rule, cell, null, null, null, message);
    }

    void tell(
            Severity severity,
            String rule,
            @Nullable CellAddress cell,
            @Nullable String column,
            @Nullable String reported,
            @Nullable String expected,
            Map<String, String> message) {
        findings.accept(new Finding(severity, rule, sheet, cell, column, reported, expected, message));
    }
}
