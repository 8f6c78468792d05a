package org.xianbao.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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

    /**
     * The day on which the last period ends that an explanation answers.
     *
     * @param rules of the return
     * @param rule whose query is explained
     * @param periodEnd of the period it was given for
     */
    public LocalDate until(List<Rule> rules, String rule, LocalDate periodEnd) {
        int span = rules.stream()
                .filter(r -> r.name().equals(rule))
                .map(Rule::remember)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(months);
        LocalDate until = periodEnd.plusMonths(span);
        boolean monthsEnd = periodEnd.getDayOfMonth() == periodEnd.lengthOfMonth();
        return monthsEnd ? until.withDayOfMonth(until.lengthOfMonth()) : until;
    }
}
