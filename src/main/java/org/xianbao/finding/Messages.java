package org.xianbao.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message bundles under {@code messages/}, one a room, each in English ({@code value.properties}) and Chinese
 * ({@code value_zh.properties}). Placeholders are names in braces; one without a value stays as it is.
 */
public final class Messages {
    private static final List<String> ROOMS = List.of(
            "workbook", "explanation", "form", "value", "suggest", "judge", "template", "receipt", "reply", "export");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z_][a-zA-Z0-9_.]*)}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The texts of all rooms by their keys, read once a language: a large reply looks up some hundred thousand. */
    private static final Map<Locale, Map<String, String>> TEXTS = new ConcurrentHashMap<>();

    private Messages() {}

    /**
     * What a person is told. {@code zh} and {@code en} among the finding's values win over the bundle; a rule that no
     * bundle knows is told by its name.
     */
    public static String of(Finding finding, Locale locale) {
        String own = finding.message().get(locale.getLanguage());
        return fill(own != null ? own : text(finding.rule(), locale).orElse(finding.rule()), finding.message());
    }

    /** A bundle's text, placeholders unfilled; empty when no bundle knows the key. */
    public static Optional<String> text(String key, Locale locale) {
        return Optional.ofNullable(TEXTS.computeIfAbsent(locale, Messages::read).get(key));
    }

    private static Map<String, String> read(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        for (String room : ROOMS) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle("messages/" + room, locale, EXACT);
                bundle.keySet().forEach(key -> texts.putIfAbsent(key, bundle.getString(key)));
            } catch (MissingResourceException e) {
                // a room without messages in this language
            }
        }
        return Map.copyOf(texts);
    }

    /** Puts the values in the place of their names. */
    public static String fill(String template, Map<String, String> values) {
        Matcher m = PLACEHOLDER.matcher(template);
        return m.replaceAll(r -> Matcher.quoteReplacement(values.getOrDefault(r.group(1), r.group())));
    }
}
