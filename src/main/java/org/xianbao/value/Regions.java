package org.xianbao.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Region;

/**
 * Finds places by what returns write for them: a code (6, 9 or 12 digits), a name, an alias, a name without its kind
 * (天镇), or a path from above (山西省大同市天镇县; levels may be left out). Spaces do not count. A full name wins over a
 * shortened one. Immutable.
 */
public final class Regions {
    private static final int LONGEST = 60;
    private static final String KINDS = "省市县区旗盟州镇乡";

    private final Map<String, List<Region>> full = new HashMap<>();
    private final Map<String, List<Region>> shortened = new HashMap<>();
    private final Map<String, List<Region>> codes = new HashMap<>();

    public Regions(List<Region> regions) {
        for (Region region : regions) {
            add(codes, region.code(), region);
            add(full, PlainText.dense(region.name()), region);
            region.aliases().forEach(alias -> add(full, PlainText.dense(alias), region));
            String brief = brief(PlainText.dense(region.name()));
            if (brief != null) {
                add(shortened, brief, region);
            }
        }
    }

    private static void add(Map<String, List<Region>> index, String key, Region region) {
        List<Region> same = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (!same.contains(region)) {
            same.add(region);
        }
    }

    /** The name without its kind; null when less than two characters would be left. */
    private static @Nullable String brief(String name) {
        for (String kind : List.of("街道办事处", "街道", "自治县", "自治州", "自治区")) {
            if (name.endsWith(kind)) {
                return name.length() - kind.length() < 2 ? null : name.substring(0, name.length() - kind.length());
            }
        }
        boolean kind = name.length() > 2 && KINDS.indexOf(name.charAt(name.length() - 1)) >= 0;
        return kind ? name.substring(0, name.length() - 1) : null;
    }

    /** What a text says about a place. */
    public sealed interface Match {
        /** One place, valid on the day. */
        record Found(Region region) implements Match {}

        /** Several places; the text does not tell which. */
        record Ambiguous(List<Region> candidates) implements Match {}

        /** Places that had this name or code at another time. */
        record NotThen(List<Region> others) implements Match {}

        /** No place ever. */
        record Unknown() implements Match {}
    }

    /** The place of this code, name, alias or full path on that day; empty when there is none, or more than one. */
    public Optional<Region> find(String text, LocalDate on) {
        return find(text, on, null);
    }

    /** The same, of the places in or at {@code within}, a code. */
    public Optional<Region> find(String text, LocalDate on, @Nullable String within) {
        return found(match(text, on, within));
    }

    private static Optional<Region> found(Match match) {
        return match instanceof Match.Found found ? Optional.of(found.region()) : Optional.empty();
    }

    /** What the text says about a place, of those in or at {@code within}, a code; of all when it is null. */
    public Match match(String text, LocalDate on, @Nullable String within) {
        String plain = PlainText.dense(text);
        return plain.length() > LONGEST
                ? new Match.Unknown()
                : match(plain, on, r -> within == null || lies(r, within, on));
    }

    private Match match(String plain, LocalDate on, Predicate<Region> wanted) {
        Match named = judged(candidates(plain, on, full, wanted), on);
        if (!(named instanceof Match.Unknown) && !(named instanceof Match.NotThen)) {
            return named;
        }
        Match brief = judged(candidates(plain, on, shortened, wanted), on);
        return brief instanceof Match.Found || brief instanceof Match.Ambiguous || named instanceof Match.Unknown
                ? brief
                : named;
    }

    private List<Region> candidates(
            String plain, LocalDate on, Map<String, List<Region>> names, Predicate<Region> wanted) {
        List<Region> found = new ArrayList<>();
        if (!plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            found.addAll(codes.getOrDefault(code(plain), List.of()));
        }
        found.addAll(names.getOrDefault(plain, List.of()));
        for (int i = 1; i < plain.length(); i++) {
            for (Region region : names.getOrDefault(plain.substring(i), List.of())) {
                if (under(plain.substring(0, i), region, on, 0)) {
                    found.add(region);
                }
            }
        }
        found.removeIf(wanted.negate());
        return found;
    }

    /** 12 digits and 9 may end in the zeros of levels that are not meant. */
    private static String code(String digits) {
        if (digits.length() == 12 && digits.endsWith("000")) {
            return code(digits.substring(0, 9));
        }
        return digits.length() == 9 && digits.endsWith("000") ? digits.substring(0, 6) : digits;
    }

    private static Match judged(List<Region> candidates, LocalDate on) {
        Map<String, Region> then = new LinkedHashMap<>();
        candidates.stream().filter(r -> r.validOn(on)).forEach(r -> then.put(r.code(), r));
        if (then.size() == 1) {
            return new Match.Found(then.values().iterator().next());
        }
        if (!then.isEmpty()) {
            return new Match.Ambiguous(List.copyOf(then.values()));
        }
        return candidates.isEmpty()
                ? new Match.Unknown()
                : new Match.NotThen(candidates.stream().distinct().toList());
    }

    /** Whether {@code path} names places above the region, innermost last, none of them twice. */
    private boolean under(String path, Region region, LocalDate on, int depth) {
        if (path.isEmpty()) {
            return true;
        }
        String parent = region.parent();
        if (parent == null || depth > Region.Level.values().length) {
            return false;
        }
        for (Region above : codes.getOrDefault(parent, List.of())) {
            if (under(path, above, on, depth + 1) || spelled(path, above, on, depth)) {
                return true;
            }
        }
        return false;
    }

    private boolean spelled(String path, Region above, LocalDate on, int depth) {
        for (int i = 0; i < path.length(); i++) {
            String last = path.substring(i);
            boolean named = full.getOrDefault(last, List.of()).contains(above)
                    || shortened.getOrDefault(last, List.of()).contains(above);
            if (named && under(path.substring(0, i), above, on, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean lies(Region region, String within, LocalDate on) {
        Region at = region;
        for (int level = 0; level <= Region.Level.values().length; level++) {
            String parent = at.parent();
            if (at.code().equals(within) || within.equals(parent)) {
                return true;
            }
            List<Region> above = parent == null ? List.<Region>of() : codes.getOrDefault(parent, List.of());
            if (above.isEmpty()) {
                return false;
            }
            at = above.stream().filter(r -> r.validOn(on)).findFirst().orElse(above.get(0));
        }
        return false;
    }

    /**
     * The county that a text names, or that an organisation's name begins with: 天镇县人力资源和社会保障局, 天镇人社局,
     * 山西省大同市天镇县人社局.
     */
    public Optional<Region> county(String text, LocalDate on) {
        String plain = PlainText.dense(text);
        plain = plain.substring(0, Math.min(plain.length(), LONGEST));
        for (int end = plain.length(); end >= 2; end--) {
            Match match = match(plain.substring(0, end), on, r -> r.level() == Region.Level.COUNTY);
            boolean whole = end == plain.length()
                    || KINDS.indexOf(plain.charAt(end - 1)) >= 0
                    || KINDS.indexOf(plain.charAt(end)) < 0;
            if (match instanceof Match.Ambiguous) {
                return Optional.empty();
            }
            if (match instanceof Match.Found && whole) {
                return found(match);
            }
        }
        return Optional.empty();
    }
}
