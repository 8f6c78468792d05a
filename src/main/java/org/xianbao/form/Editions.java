package org.xianbao.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xianbao.definition.ReturnDefinition;

/** The editions of one return's form, and which of them a sheet is printed by. */
final class Editions {
    /** What the line counts by which a form names its edition, as a share of the headings. */
    private static final double NAMED = 0.25;
    /** A sheet that is less like an edition is not printed by it. */
    private static final double LEAST = 0.6;

    private final List<Edition> editions;

    /**
     * @param claim how the sheet fits it
     * @param named whether the sheet says that it is this one
     */
    record Edition(Claim claim, Likeness likeness, boolean named) {
        ReturnDefinition definition() {
            return claim.fit().definition();
        }

        double weight() {
            return likeness.share() + (named ? NAMED : 0);
        }
    }

    /** @param claims of the editions of one return, at least one, best first */
    Editions(Head head, List<Claim> claims, Optional<PrintedEdition> printed) {
        this.editions = claims.stream()
                .map(claim -> new Edition(
                        claim,
                        Likeness.of(head, claim.fit()),
                        printed.filter(p -> p.name().equals(claim.name())
                                        && p.since()
                                                .equals(claim.fit().definition().since()))
                                .isPresent()))
                .toList();
    }

    /** The likeliest; of equals the first. */
    Edition likeliest() {
        Edition likeliest = editions.get(0);
        for (Edition each : editions) {
            likeliest = each.weight() > likeliest.weight() ? each : likeliest;
        }
        return likeliest;
    }

    /** @param since from when on the edition is valid, one of the claims' */
    Edition valid(LocalDate since) {
        return editions.stream()
                .filter(e -> e.definition().since().equals(since))
                .findFirst()
                .orElseThrow();
    }

    /** The other edition that the sheet is printed by; empty when it is as like the one that is due, or like none. */
    Optional<Edition> instead(Edition due) {
        return Optional.of(likeliest())
                .filter(e -> e.weight() > due.weight())
                .filter(e -> e.named() || e.likeness().share() >= LEAST)
                .filter(e -> !changes(e, due).isEmpty());
    }

    /** Whether the sheet is like none of the editions and does not say that it is one. */
    boolean strange() {
        return editions.stream().noneMatch(Edition::named)
                && editions.stream().allMatch(e -> e.likeness().strange());
    }

    /** From the earlier one to the later one, whichever that is. */
    static List<FormChange> changes(Edition one, Edition other) {
        List<ReturnDefinition> order = List.of(one, other).stream()
                .map(Edition::definition)
                .sorted(Comparator.comparing(ReturnDefinition::since))
                .toList();
        return FormChanges.between(order.get(0), order.get(1));
    }
}
