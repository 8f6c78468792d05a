package org.xianbao.export.sdmx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.edition.Status;

/** The code lists of an edition: what is fixed in whole, what is the edition's own as far as it is used. */
final class Codelists {
    record Codelist(String id, Bilingual name, List<Code> codes) {}

    /** @param parent the code above it in the same list; null when there is none */
    record Code(String id, Bilingual name, @Nullable String parent) {
        Code(String id, String zh, String en) {
            this(id, new Bilingual(zh, en), null);
        }
    }

    /** English names of base units that have a code of their own. */
    private static final Map<String, String> UNITS =
            Map.of("人", "Persons", "%", "Per cent", "元", "Yuan renminbi", "户", "Households", "年", "Years", "天", "Days");

    private final PublishedEdition edition;

    Codelists(PublishedEdition edition) {
        this.edition = edition;
    }

    List<Codelist> all() {
        return List.of(
                list("CL_FREQ", "频率", "Frequency", FREQUENCIES),
                list("CL_AREA", "行政区划（GB/T 2260）", "Areas (GB/T 2260)", areas()),
                list("CL_INDICATOR", "指标", "Indicators", indicators()),
                list("CL_SOURCE", "来源", "Sources", sources()),
                list("CL_OBS_STATUS", "状态", "Observation status", statuses()),
                list("CL_QUALIFIER", "限定", "Qualifiers", qualifiers()),
                list("CL_UNIT_MEASURE", "计量单位", "Units of measure", units()),
                list("CL_KIND", "指标种类", "Kinds of indicators", kinds()));
    }

    private static final List<Code> FREQUENCIES = List.of(
            new Code("A", "年", "Annual"),
            new Code("S", "半年", "Half-yearly"),
            new Code("Q", "季", "Quarterly"),
            new Code("M", "月", "Monthly"),
            new Code("D", "日", "Daily"));

    private static Codelist list(String id, String zh, String en, List<Code> codes) {
        return new Codelist(id, new Bilingual(zh, en), codes);
    }

    private List<Code> areas() {
        return edition.areas().stream().map(Codelists::area).toList();
    }

    private static Code area(Area area) {
        String parent = area.parent();
        return new Code(
                SdmxId.of(area.code()),
                new Bilingual(area.name(), area.name()),
                parent == null ? null : SdmxId.of(parent));
    }

    private List<Code> indicators() {
        return edition.statistics().stream()
                .map(s -> new Code(SdmxId.of(s.code()), s.title(), null))
                .toList();
    }

    private List<Code> sources() {
        Stream<Code> fixed = Stream.of(
                new Code(Observation.NOT_APPLICABLE, "只有一个来源", "Not applicable: one source only"),
                new Code(Observation.TOTAL, "各地公布来源合计", "Total of what each region publishes"));
        Stream<Code> used = edition.figures().stream()
                .map(f -> f.source())
                .filter(source -> !source.isEmpty() && !source.equals("*"))
                .distinct()
                .sorted()
                .map(source -> new Code(SdmxId.of(source), source, source));
        return Stream.concat(fixed, used).toList();
    }

    private static List<Code> statuses() {
        return Arrays.stream(Status.values())
                .map(s -> new Code(s.name(), s.meaning(), null))
                .toList();
    }

    private static List<Code> qualifiers() {
        return Arrays.stream(Qualifier.values())
                .map(q -> new Code(q.name(), q.meaning(), null))
                .toList();
    }

    private List<Code> units() {
        Map<String, String> bases = edition.statistics().stream()
                .map(Statistic::unit)
                .map(Observation::base)
                .distinct()
                .collect(Collectors.toMap(Observation::unit, Function.identity(), (one, other) -> one, TreeMap::new));
        return bases.entrySet().stream()
                .map(e -> new Code(e.getKey(), e.getValue(), UNITS.getOrDefault(e.getValue(), e.getValue())))
                .toList();
    }

    private List<Code> kinds() {
        return edition.statistics().stream()
                .map(Statistic::kind)
                .distinct()
                .sorted()
                .map(kind -> new Code(SdmxId.of(kind), kind, kind))
                .toList();
    }
}
