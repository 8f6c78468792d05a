package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;
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

    /** The values, and told in the words of another key than the rule's name. */
    static Map<String, String> inWordsOf(String key, Map<String, String> values) {
        Map<String, String> own = new HashMap<>(values);
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Messages.text(key, locale).ifPresent(text -> own.put(locale.getLanguage(), text));
        }
        return Map.copyOf(own);
    }
}
