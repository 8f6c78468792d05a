package org.xianbao.export.sdmx;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Identifiers of codes. SDMX allows {@code [A-Za-z0-9_@$-]} in them, which a Chinese unit or the name of a source does
 * not keep to: such a text is written by its code points, {@code X_4EBA} for 人. Two texts never share one.
 */
final class SdmxId {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_@$-]+");
    private static final String CODED = "X_";

    private SdmxId() {}

    static String of(String text) {
        if (ALLOWED.matcher(text).matches() && !text.startsWith(CODED) && !text.startsWith("_")) {
            return text;
        }
        return text.codePoints().mapToObj(c -> String.format("%04X", c)).collect(Collectors.joining("_", CODED, ""));
    }
}
