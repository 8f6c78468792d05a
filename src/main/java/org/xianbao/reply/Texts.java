package org.xianbao.reply;

import java.util.Locale;
import java.util.Map;
import org.xianbao.finding.Messages;

/** The Chinese texts of receipts and file names: {@code messages/receipt_zh.properties}. */
final class Texts {
    private Texts() {}

    static String of(String key) {
        return of(key, Map.of());
    }

    /** @throws IllegalArgumentException when the bundle lacks the key */
    static String of(String key, Map<String, String> values) {
        return Messages.text("receipt." + key, Locale.CHINESE)
                .map(text -> Messages.fill(text, values))
                .orElseThrow(() -> new IllegalArgumentException("no text for receipt." + key));
    }
}
