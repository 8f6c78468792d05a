package org.xianbao.export.sdmx;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.definition.Unit;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;

/** A figure as SDMX writes it: the codes of its components. */
final class Observation {
    /** SDMX code for "not applicable" and for "total". */
    static final String NOT_APPLICABLE = "_Z";

    static final String TOTAL = "_T";

    /** Base units that CL_UNIT_MEASURE and ISO 4217 know. */
    static final Map<String, String> UNITS = Map.of("人", "PS", "%", "PT", "元", "CNY", "户", "HH", "年", "A", "天", "D");

    private final PublishedEdition edition;
    private final Figure figure;

    Observation(PublishedEdition edition, Figure figure) {
        this.edition = edition;
        this.figure = figure;
    }

    /** The value of a component; null when it has none. */
    @Nullable
    Object value(String component) {
        return switch (component) {
            case "FREQ" -> frequency(edition.period().frequency());
            case "REF_AREA" -> SdmxId.of(figure.region());
            case "INDICATOR" -> SdmxId.of(figure.statistic().code());
            case "SOURCE" -> source(figure.source());
            case "TIME_PERIOD" -> time(edition.period());
            case "OBS_VALUE" -> figure.value();
            case "OBS_STATUS" -> figure.status();
            case "QUALIFIER" -> figure.qualifier();
            case "UNIT_MEASURE" -> unit(figure.statistic().unit());
            case "UNIT_MULT" -> multiplier(figure.statistic().unit());
            case "KIND" -> SdmxId.of(figure.statistic().kind());
            case "PUBLISHED" -> figure.published();
            case "NUMERATOR" -> figure.numerator();
            case "DENOMINATOR" -> figure.denominator();
            case "REPORTED" -> figure.reported();
            case "EXPECTED" -> figure.expected();
            case "EDITION" -> edition.n();
            default -> throw new IllegalArgumentException(component);
        };
    }

    /** SDMX CL_FREQ. */
    static String frequency(Frequency frequency) {
        return switch (frequency) {
            case YEAR -> "A";
            case HALF -> "S";
            case QUARTER -> "Q";
            case MONTH, MONTH_21ST -> "M";
            case EVENT -> "D";
        };
    }

    /** SDMX observational time period: 2018, 2018-S1, 2018-Q3, 2018-M06, 2018-10-15. */
    static String time(Period period) {
        String label = period.label();
        return switch (period.frequency()) {
            case YEAR, EVENT -> label;
            case HALF -> label.replace("H", "-S");
            case QUARTER -> label.replace("Q", "-Q");
            case MONTH, MONTH_21ST -> label.replace("-", "-M");
        };
    }

    static String source(String source) {
        return switch (source) {
            case "" -> NOT_APPLICABLE;
            case "*" -> TOTAL;
            default -> SdmxId.of(source);
        };
    }

    /** The code of the unit without its multiplier: CNY of 万元. */
    static String unit(String unit) {
        String base = base(unit);
        return UNITS.getOrDefault(base, SdmxId.of(base));
    }

    static String base(String unit) {
        return Unit.parse(unit).map(Unit::base).orElse(unit);
    }

    static int multiplier(String unit) {
        return Unit.parse(unit).map(Unit::exponent).orElse(0);
    }
}
