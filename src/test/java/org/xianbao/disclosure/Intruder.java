package org.xianbao.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what is published, and that some figures are sums of others; tells which of the hidden ones follow from that, by
 * Gauss-Jordan elimination over whole numbers.
 */
public final class Intruder {
    private final Map<String, BigDecimal> published;
    private final List<Map<String, BigInteger>> equations = new ArrayList<>();

    /** @param published figures by any name; a name without a figure is hidden */
    public Intruder(Map<String, BigDecimal> published) {
        this.published = new HashMap<>(published);
    }

    /** What one figure is the sum of. */
    public void knows(String total, Iterable<String> parts) {
        Map<String, BigInteger> hidden = new LinkedHashMap<>();
        add(hidden, total, BigInteger.ONE);
        parts.forEach(part -> add(hidden, part, BigInteger.ONE.negate()));
        equations.add(hidden);
    }

    private void add(Map<String, BigInteger> equation, String name, BigInteger factor) {
        if (!published.containsKey(name)) {
            equation.merge(name, factor, BigInteger::add);
        }
    }

    /** The hidden figures that can be worked out. */
    public Set<String> workedOut() {
        List<Map<String, BigInteger>> reduced = new ArrayList<>();
        for (Map<String, BigInteger> equation : equations) {
            Map<String, BigInteger> rest = new LinkedHashMap<>(equation);
            for (Map<String, BigInteger> known : reduced) {
                eliminate(rest, known);
            }
            rest.values().removeIf(f -> f.signum() == 0);
            if (!rest.isEmpty()) {
                reduced.forEach(known -> eliminate(known, rest));
                reduced.add(rest);
            }
        }
        Set<String> found = new HashSet<>();
        reduced.stream().filter(e -> e.size() == 1).forEach(e -> found.addAll(e.keySet()));
        return found;
    }

    /** Takes the first unknown of {@code by} out of {@code from}. */
    private static void eliminate(Map<String, BigInteger> from, Map<String, BigInteger> by) {
        String unknown = by.keySet().iterator().next();
        BigInteger factor = from.getOrDefault(unknown, BigInteger.ZERO);
        if (factor.signum() == 0) {
            return;
        }
        BigInteger own = by.get(unknown);
        from.replaceAll((name, f) -> f.multiply(own));
        by.forEach((name, f) -> from.merge(name, f.multiply(factor).negate(), BigInteger::add));
        from.values().removeIf(f -> f.signum() == 0);
    }
}
