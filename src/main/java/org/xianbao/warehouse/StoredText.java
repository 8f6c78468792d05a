package org.xianbao.warehouse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote, as the warehouse takes it: PostgreSQL's text has no U+0000, and whoever typed a person's number into
 * a text named a person.
 */
public final class StoredText {
    /** A citizen's ID number (GB 11643), with its place, or a mobile telephone's; one of noughts is an example. */
    private static final Pattern PERSONS = Pattern.compile("(?<![0-9.])(?:"
            + "([1-9][0-9]{5})(?:19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]?"
            + "|(1[3-9][0-9])(?!0{8})[0-9]{8})(?![0-9])");

    private StoredText() {}

    public static String of(String text) {
        return PERSONS.matcher(text.replace('\0', '\uFFFD')).replaceAll("$1$2***********");
    }

    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
