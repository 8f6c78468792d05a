package org.xianbao.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Messages;

/**
 * What is likely wrong, for a person to read.
 *
 * @param spots the cells it names; empty when it names a block
 */
record Hint(Bilingual text, List<Spot> spots) {
    /** A text of the bundle behind {@code hint.}, with values for its placeholders. */
    static Bilingual text(String key, Map<String, String> values) {
        return new Bilingual(said(key, values, Locale.CHINESE), said(key, values, Locale.ENGLISH));
    }

    private static String said(String key, Map<String, String> values, Locale locale) {
        return Messages.fill(Messages.text("hint." + key, locale).orElse(key), values);
    }

    /** Hints about blocks begin as those about cells do. */
    static Hint block(String key, Map<String, String> values) {
        return new Hint(likely(List.of(text(key, values))), List.of());
    }

    /** The lead, and what is likely; several between which nothing decides. */
    static Bilingual likely(List<Bilingual> texts) {
        Bilingual lead = text("likely", Map.of());
        Bilingual or = text("or", Map.of());
        return new Bilingual(
                lead.zh()
                        + String.join(or.zh(), texts.stream().map(Bilingual::zh).toList()),
                lead.en()
                        + String.join(or.en(), texts.stream().map(Bilingual::en).toList()));
    }
}
