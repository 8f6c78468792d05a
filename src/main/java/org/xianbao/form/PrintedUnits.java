package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Unit;
import org.xianbao.finding.Severity;

/** Holds the units that are printed on a form, in its headings or above it, against those declared. */
final class PrintedUnits {
    private static final Pattern LISTED = Pattern.compile("[、,;/和]");

    private final Head head;
    private final Teller teller;

    PrintedUnits(Head head, Teller teller) {
        this.head = head;
        this.teller = teller;
    }

    void check(Fit fit, ReturnDefinition definition) {
        List<Located> general = general(fit);
        fit.found().forEach((target, headings) -> {
            if (target.column() >= 0) {
                Column column = definition.columns().get(target.column());
                headings.forEach(heading -> check(column, target, heading, general));
            }
        });
    }

    private void check(Column column, Target target, Heading heading, List<Located> general) {
        String printed = printed(heading, target);
        if (printed != null) {
            tell(teller, column, heading.cell(), heading.printed(), printed);
        } else {
            general(column, general);
        }
    }

    private static @Nullable String printed(Heading heading, Target target) {
        for (int i = heading.path().size() - 1; i >= 0; i--) {
            PrintedUnit printed = PrintedUnit.of(heading.path().get(i));
            if (printed.unit() != null && !target.path().contains(heading.path().get(i))) {
                return printed.unit();
            }
        }
        return null;
    }

    private List<Located> general(Fit fit) {
        TitleBlock block = new TitleBlock(head, fit.first());
        List<Located> units = new ArrayList<>();
        for (String label : List.of("计量单位", "金额单位", "单位")) {
            block.find(new Place.After(label), Shift.NONE)
                    .filter(u -> !u.blank())
                    .ifPresent(units::add);
        }
        return units;
    }

    /** 计量单位：万元、人 above the form: wrong for a column when it names its base unit, and only as another multiple. */
    private void general(Column column, List<Located> general) {
        for (Located located : general) {
            Set<PrintedUnit.Agreement> agreements = new HashSet<>();
            Set<String> differing = new LinkedHashSet<>();
            for (String unit : LISTED.split(Wording.of(located.text()), -1)) {
                boolean unknown = Unit.parse(unit).isEmpty();
                PrintedUnit.Agreement agreement =
                        unknown ? PrintedUnit.Agreement.UNCLEAR : PrintedUnit.agreement(unit, column);
                agreements.add(agreement);
                if (agreement == PrintedUnit.Agreement.DIFFERS) {
                    differing.add(unit);
                }
            }
            if (!differing.isEmpty() && !agreements.contains(PrintedUnit.Agreement.SAME)) {
                String unit = differing.iterator().next();
                tell(teller, column, located.cell(), located.text(), unit);
                return;
            }
        }
    }

    /** Tells when the printed unit, normalised, is not the one that the column is reported in. */
    static void tell(Teller teller, Column column, CellAddress cell, String reported, String printed) {
        String declared = column.reported() != null ? column.reported() : column.unit();
        PrintedUnit.Agreement agreement = PrintedUnit.agreement(printed, column);
        if (declared == null || agreement == PrintedUnit.Agreement.SAME) {
            return;
        }
        boolean differs = agreement == PrintedUnit.Agreement.DIFFERS;
        if (differs || column.type().numeric()) {
            teller.tell(
                    differs ? Severity.REJECT : Severity.NOTE,
                    differs ? "unit-differs" : "unit-unclear",
                    cell,
                    column.name(),
                    reported,
                    declared,
                    Map.of(
                            "column",
                            column.title().zh(),
                            "column_en",
                            column.title().en(),
                            "printed",
                            printed,
                            "unit",
                            declared));
        }
    }
}
