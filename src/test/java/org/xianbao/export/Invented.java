package org.xianbao.export;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Coverage;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.MissingReturn;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.edition.Status;

/** An edition with what the sample night has not: a suppressed figure, a hostile source, one of several published, a late county. */
final class Invented {
    static final Statistic PERSONS = new Statistic(
            "persons", new Bilingual("人数，\"去重\"", "=persons"), new Bilingual("就业[1]/一", "Jobs <a>"), "stock", "万人");
    static final String HOSTILE = "=HYPERLINK(\"http://x\",\"a\")";
    private static final OffsetDateTime CLOSED = OffsetDateTime.parse("2019-02-01T08:00:00+08:00");

    private Invented() {}

    static PublishedEdition edition() {
        return new PublishedEdition(
                Period.parse("2018-06").orElseThrow(),
                3,
                "修订",
                CLOSED,
                CLOSED,
                "@王",
                "+更正",
                "ab".repeat(32),
                List.of(
                        figure("140000", "", true, null, Qualifier.EXACT, Status.Q),
                        figure("140222", "", true, "-0.5", Qualifier.OVER, Status.P),
                        figure("140223", HOSTILE, true, "6300", Qualifier.OVER, Status.A),
                        figure("140223", "press", false, "7000", Qualifier.NEARLY, Status.A)),
                List.of(
                        new Area("140000", "山西省", "province", null, 0),
                        new Area("140222", "天镇县", "county", "140000", 1),
                        new Area("140223", "-广灵县", "county", "140000", 1)),
                List.of(new Coverage("base", new Bilingual("情况表", "Bases"), 3, 2, 1)),
                List.of(new MissingReturn(
                        "base", new Bilingual("情况表", "Bases"), "140222", "天镇县", "2018-05", CLOSED.minusDays(1))));
    }

    private static Figure figure(
            String region, String source, boolean published, @Nullable String value, Qualifier q, Status status) {
        return new Figure(
                PERSONS,
                region,
                source,
                published,
                value == null ? null : new BigDecimal(value),
                q,
                status,
                null,
                null,
                1,
                2);
    }
}
