package org.xianbao.judge;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/** The names in braces that a message asks for. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([a-z_][a-z0-9_.]*)}");

    private Placeholders() {}

    static Set<String> of(@Nullable Bilingual say) {
        Set<String> names = new LinkedHashSet<>();
        if (say != null) {
            Matcher m = NAME.matcher(say.zh() + say.en());
            while (m.find()) {
                names.add(m.group(1));
            }
        }
        return names;
    }
}
