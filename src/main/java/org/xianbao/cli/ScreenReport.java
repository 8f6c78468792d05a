package org.xianbao.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;
import org.xianbao.screening.Suspect;

/** What a person reads who asks which returns to look at first. */
final class ScreenReport {
    private static final int WIDTH = 110;

    private ScreenReport() {}

    static void print(Period period, List<Suspect> suspects, Console console) {
        if (suspects.isEmpty()) {
            console.out().println(console.text("screen.none", Map.of("period", period.label())));
            return;
        }
        boolean chinese = console.language().getLanguage().equals("zh");
        WrappedTable table = new WrappedTable(console.text("screen.head").split("\\|", -1));
        for (Suspect s : suspects) {
            table.row(
                    Paint.NONE,
                    s.regionName(),
                    in(s.title(), chinese),
                    in(s.indicatorTitle(), chinese),
                    number(s.value()) + " " + s.unit(),
                    number(s.before()),
                    String.format(Locale.ROOT, "%.1f%%", s.weight() * 100),
                    s.outlying() ? console.text("screen.outlying") : s.tested() ? "" : console.text("screen.untested"));
        }
        table.lines(WIDTH, false).forEach(console.out()::println);
    }

    private static String in(Bilingual text, boolean chinese) {
        return chinese ? text.zh() : text.en();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "—" : number.toPlainString();
    }
}
