package org.xianbao.export.sdmx;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/** The components of the data structure definition, in the order of the columns. */
final class Dsd {
    static final String AGENCY = "XIANBAO";
    static final String ID = "COUNTY_FIGURES";
    static final String VERSION = "1.0.0";
    static final String CONCEPTS = "CS_COUNTY_FIGURES";

    static final List<Component> DIMENSIONS = List.of(
            coded("FREQ", "CL_FREQ", "频率", "Frequency"),
            coded("REF_AREA", "CL_AREA", "地区", "Reference area"),
            coded("INDICATOR", "CL_INDICATOR", "指标", "Indicator"),
            coded("SOURCE", "CL_SOURCE", "来源", "Who states it"));
    static final Component TIME = plain("TIME_PERIOD", "ObservationalTimePeriod", false, "报告期", "Time period");
    static final Component MEASURE = plain("OBS_VALUE", "Decimal", false, "数值", "Observation value");
    static final List<Component> ATTRIBUTES = List.of(
            coded("OBS_STATUS", "CL_OBS_STATUS", "状态", "Observation status"),
            coded("QUALIFIER", "CL_QUALIFIER", "限定", "How exact the figure is"),
            coded("UNIT_MEASURE", "CL_UNIT_MEASURE", "计量单位", "Unit of measure"),
            plain("UNIT_MULT", "Integer", true, "单位乘数（10 的幂）", "Unit multiplier, power of ten"),
            coded("KIND", "CL_KIND", "指标种类", "Kind of indicator: what may be added"),
            plain("PUBLISHED", "Boolean", true, "是否公布", "Whether it is the published one of several statements"),
            plain("NUMERATOR", "Decimal", false, "分子", "Numerator of a ratio"),
            plain("DENOMINATOR", "Decimal", false, "分母", "Denominator of a ratio"),
            plain("REPORTED", "Integer", true, "已报份数", "Returns it rests on"),
            plain("EXPECTED", "Integer", true, "应报份数", "Returns owed"),
            plain("EDITION", "Integer", true, "版次", "Edition of the period"));

    /**
     * A dimension, the measure or an attribute.
     *
     * @param codelist null where it is not coded
     * @param type SDMX data type where it is not coded
     */
    record Component(String id, @Nullable String codelist, String type, boolean required, Bilingual name) {}

    private Dsd() {}

    static Stream<Component> components() {
        return Stream.of(DIMENSIONS.stream(), Stream.of(TIME, MEASURE), ATTRIBUTES.stream())
                .flatMap(c -> c);
    }

    /** {@code XIANBAO:COUNTY_FIGURES(1.0.0)}. */
    static String reference(String id) {
        return AGENCY + ":" + id + "(" + VERSION + ")";
    }

    private static Component coded(String id, String codelist, String zh, String en) {
        return new Component(id, codelist, "String", true, new Bilingual(zh, en));
    }

    private static Component plain(String id, String type, boolean required, String zh, String en) {
        return new Component(id, null, type, required, new Bilingual(zh, en));
    }
}
