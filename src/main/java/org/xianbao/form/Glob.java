package org.xianbao.form;

import java.util.regex.Pattern;

/** A text with {@code *} for any characters and {@code ?} for one, compared in the sense of {@link Wording}. */
public final class Glob {
    private final Pattern pattern;
    private final String source;

    public Glob(String source) {
        this.source = source;
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (!Wording.space(c)) {
                regex.append(Pattern.quote(Wording.of(String.valueOf(c))));
            }
        }
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    public boolean matches(String text) {
        return pattern.matcher(Wording.of(text)).matches();
    }

    /** The first character a match must have, normalised; 0 when it may be any. */
    char first() {
        String plain = Wording.of(source);
        return plain.isEmpty()
                        || source.strip().startsWith("*")
                        || source.strip().startsWith("?")
                ? 0
                : plain.charAt(0);
    }
}
