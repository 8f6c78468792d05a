package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xianbao.definition.Column;
import org.xianbao.finding.Severity;

/**
 * Finds two headings that stand over each other's columns, by what is filled in below: told once a heading, not once a
 * cell. Columns in another order than declared are none: their headings moved with them.
 */
final class Swapped {
    /** So many cells must be filled to speak against a heading. */
    private static final int ENOUGH = 3;
    /** So sure must it be that what is filled in suits, or does not. */
    private static final double SURE = 0.8;

    private final Fit fit;
    private final Evidence evidence;
    private final Teller teller;
    private final Set<Integer> swapped = new HashSet<>();

    Swapped(Fit fit, Evidence evidence, Teller teller) {
        this.fit = fit;
        this.evidence = evidence;
        this.teller = teller;
    }

    private record Place(Target target, Column column, Heading heading) {}

    /** Tells them, and gives the indices of their columns, which are not to be read. */
    Set<Integer> tell() {
        List<Place> places = places();
        for (Place one : places) {
            if (swapped.contains(one.target().column()) || !contradicted(one)) {
                continue;
            }
            places.stream()
                    .filter(other -> !swapped.contains(other.target().column()))
                    .filter(other -> exchanged(one, other))
                    .findFirst()
                    .ifPresent(other -> tell(one, other));
        }
        return Set.copyOf(swapped);
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        fit.found().forEach((target, headings) -> {
            if (target.column() >= 0 && headings.size() == 1) {
                places.add(new Place(target, fit.definition().columns().get(target.column()), headings.get(0)));
            }
        });
        places.sort(Comparator.comparingInt(place -> place.heading().column()));
        return places;
    }

    private boolean contradicted(Place place) {
        int sheetColumn = place.heading().column();
        return evidence.filled(sheetColumn) >= ENOUGH && evidence.of(place.column(), sheetColumn) <= -SURE;
    }

    /** What one wants stands below the other, and nothing speaks for the other where it stands. */
    private boolean exchanged(Place one, Place other) {
        int here = one.heading().column();
        int there = other.heading().column();
        return evidence.of(one.column(), there) >= SURE
                && evidence.of(other.column(), here) >= 0
                && evidence.of(other.column(), there) <= 0;
    }

    private void tell(Place one, Place other) {
        finding(one, other);
        finding(other, one);
        swapped.add(one.target().column());
        swapped.add(other.target().column());
    }

    private void finding(Place here, Place there) {
        teller.tell(
                Severity.REJECT,
                "heading-swapped",
                here.heading().cell(),
                here.column().name(),
                here.heading().printed(),
                there.target().declared(),
                Map.of(
                        "cell", here.heading().cell().toString(),
                        "found", here.heading().printed(),
                        "heading", there.target().declared(),
                        "other", there.heading().cell().toString()));
    }
}
