package org.xianbao.template;

import java.util.Locale;
import java.util.Map;
import org.xianbao.finding.Messages;

/** The words that are printed on a form, and those that a spreadsheet shows while it is filled in. */
final class Words {
    private Words() {}

    /** @throws IllegalArgumentException when no bundle has the key */
    static String of(String key, Map<String, String> values) {
        String text = Messages.text("template." + key, Locale.CHINESE)
                .orElseThrow(() -> new IllegalArgumentException("no text for template." + key));
        return Messages.fill(text, values);
    }

    static String of(String key) {
        return of(key, Map.of());
    }

    /** Columns that a text takes on paper: a Chinese character counts two. */
    static int width(String text) {
        return text.chars().map(c -> c > 0xFF ? 2 : 1).sum();
    }
}
