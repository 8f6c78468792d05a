package org.xianbao.definition;

import java.util.List;

/**
 * Which explanations of queries count, and for how long.
 *
 * @param months how long one is remembered behind the end of its period, unless its rule says otherwise
 * @param least how many different letters or characters it must have beside empty phrases
 * @param empty phrases that say nothing: 核实无误
 */
public record ExplanationPolicy(int months, int least, List<String> empty) {
    static final ExplanationPolicy USUAL = new ExplanationPolicy(12, 6, List.of());

    public ExplanationPolicy {
        empty = List.copyOf(empty);
    }
}
