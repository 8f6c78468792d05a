package org.xianbao.export.print;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.edition.Status;
import org.xianbao.export.words.Words;
import org.xianbao.period.Edition;
import org.xianbao.value.Periods;

/** How an edition and its figures are written for people. */
final class Captions {
    /** Beside a figure that other sources state otherwise. */
    static final String OTHER_SOURCES = "§";

    private static final int MOST_DECIMALS = 4;
    private static final int DECIMALS_OF_RATIOS = 2;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Captions() {}

    /** The values of texts that name the edition. */
    static Map<String, String> edition(PublishedEdition edition) {
        return Map.of(
                "period", edition.period().label(),
                "long", Periods.chinese(edition.period()),
                "kind", edition.kind(),
                "kind_en", kind(edition.kind()),
                "n", Integer.toString(edition.n()),
                "closed", edition.closedAt().toLocalDate().toString());
    }

    private static String kind(String word) {
        return Arrays.stream(Edition.Kind.values())
                .filter(k -> k.word().equals(word))
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(word);
    }

    static String line(PublishedEdition edition) {
        return Words.both(Words.of("edition", edition(edition)));
    }

    static String minute(OffsetDateTime time) {
        return MINUTE.format(time);
    }

    /** The decimals that all figures of an indicator are shown with. */
    static int decimals(Statistic statistic, List<Figure> figures) {
        int needed = figures.stream()
                .map(Figure::value)
                .mapToInt(v -> v == null ? 0 : scale(v))
                .max()
                .orElse(0);
        return Math.min(needed, statistic.kind().equals("ratio") ? DECIMALS_OF_RATIOS : MOST_DECIMALS);
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** The number format that shows a figure as people write it, 6,300余, while its cell stays a number. */
    static String format(Statistic statistic, Qualifier qualifier, int decimals) {
        boolean year = statistic.kind().equals("attribute") && statistic.unit().equals("年");
        String digits = (year ? "0" : "#,##0") + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        return quoted(qualifier.before()) + digits + quoted(qualifier.behind());
    }

    /** Columns that a figure takes on paper, with its separators and the words around it. */
    static int width(Figure figure, int decimals) {
        BigDecimal value = figure.value();
        if (value == null) {
            return Words.width(suppressed().zh());
        }
        int digits = Math.max(1, value.precision() - value.scale());
        int fraction = decimals == 0 ? 0 : decimals + 1;
        String around = figure.qualifier().before() + figure.qualifier().behind();
        return digits + (digits - 1) / 3 + (value.signum() < 0 ? 1 : 0) + fraction + Words.width(around);
    }

    private static String quoted(String word) {
        return word.isEmpty() ? "" : '"' + word + '"';
    }

    /** What stands beside a figure: how exact it is and its status; empty for an exact and normal one. */
    static String flag(Figure figure) {
        String sign = figure.qualifier() == Qualifier.EXACT ? "" : sign(figure.qualifier());
        String status = figure.status() == Status.A ? "" : figure.status().name();
        return (sign + " " + status).strip();
    }

    /** The sign of a qualifier as it stands beside figures. */
    static String sign(Qualifier qualifier) {
        return switch (qualifier) {
            case ROUNDED -> "r";
            case DERIVED -> "d";
            default -> qualifier.sign();
        };
    }

    static Bilingual suppressed() {
        return Words.of("suppressed");
    }
}
