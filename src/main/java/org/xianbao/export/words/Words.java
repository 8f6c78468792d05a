package org.xianbao.export.words;

import java.util.Locale;
import java.util.Map;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Messages;

/** The words that are printed, in both languages. */
public final class Words {
    private Words() {}

    /** @throws IllegalArgumentException when a bundle lacks the key */
    public static Bilingual of(String key, Map<String, String> values) {
        return new Bilingual(text(key, Locale.CHINESE, values), text(key, Locale.ENGLISH, values));
    }

    public static Bilingual of(String key) {
        return of(key, Map.of());
    }

    /** Chinese, and English behind it. */
    public static String both(Bilingual words) {
        return words.zh().equals(words.en()) ? words.zh() : words.zh() + "  " + words.en();
    }

    public static String both(String key) {
        return both(of(key));
    }

    /** Columns that a text takes on paper: a Chinese character counts two. */
    public static int width(String text) {
        return text.chars().map(c -> c > 0xFF ? 2 : 1).sum();
    }

    private static String text(String key, Locale locale, Map<String, String> values) {
        String text = Messages.text("export." + key, locale)
                .orElseThrow(() -> new IllegalArgumentException("no text for export." + key));
        return Messages.fill(text, values);
    }
}
