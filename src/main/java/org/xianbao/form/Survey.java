package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Unit;
import org.xianbao.finding.Severity;
import org.xianbao.workbook.Workbook;

/** Makes the layout of one sheet, and tells once what does not stand as declared. */
final class Survey {
    private static final Set<String> SEQUENCE = Set.of("序号", "行次", "顺序号", "no", "no.", "№");
    private static final Set<String> UNIT_HEADINGS = Set.of("单位", "计量单位");
    private static final Set<String> CODE_HEADINGS = Set.of("编号", "代码", "指标代码", "序号", "行次", "行号");
    private static final Pattern LISTED = Pattern.compile("[、,;/和]");
    private static final String COUNTERS = "甲乙丙丁戊己庚辛";

    private final Head head;
    private final Teller teller;
    private final Fit fit;
    private final ReturnDefinition definition;
    private final int moved;

    /**
     * @param moved rows that the title block stands lower than declared
     * @param outdated whether it was told that this is another edition's form, which says enough
     */
    Survey(Head head, Teller teller, Fit fit, ReturnDefinition definition, int moved, boolean outdated) {
        this.head = head;
        this.teller = outdated ? new Teller(teller.sheet(), f -> {}) : teller;
        this.fit = fit;
        this.definition = definition;
        this.moved = moved;
    }

    Layout layout(Workbook workbook) {
        if (fit.complete() && fit.moved() != 0) {
            teller.note(
                    "heading-moved",
                    new CellAddress(fit.first(), 0),
                    Map.of(
                            "declared",
                                    rows(
                                            definition.form().headingFirst(),
                                            definition.form().headingLast()),
                            "found", rows(fit.first(), fit.last())));
        }
        missing();
        unknown();
        ambiguous();
        units();
        hiddenColumns();
        Map<Integer, Located> fixed = new HashMap<>();
        titleBlock(fixed);
        Layout.Body body = body();
        if (definition.form().kind() == Form.Kind.UNIT) {
            fixed.putAll(
                    new UnitItems(definition, teller, body.bodyFirst(), unitBlocks()).find(workbook, head.sheet()));
        }
        return new Layout(definition, blocks(), fixed, body);
    }

    private static String rows(int first, int last) {
        return first == last ? String.valueOf(first + 1) : (first + 1) + "-" + (last + 1);
    }

    private void missing() {
        List<Heading> unknown = fit.unknown();
        for (Target target : fit.missing()) {
            Optional<Heading> near = unknown.stream()
                    .filter(h -> near(h.innermost(), target.innermost()))
                    .min(Comparator.comparingInt(h -> Wording.distance(h.innermost(), target.innermost())));
            teller.tell(
                    Severity.REJECT,
                    "column-missing",
                    near.map(Heading::cell).orElse(null),
                    name(target),
                    near.map(Heading::printed).orElse(null),
                    target.declared(),
                    Map.of(
                            "heading", target.declared(),
                            "rows", rows(fit.first(), fit.last()),
                            "nearest", near.map(Heading::printed).orElse("—")));
        }
    }

    private static boolean near(String printed, String declared) {
        return Wording.distance(printed, declared) <= Math.max(1, declared.length() / 2);
    }

    private @Nullable String name(Target target) {
        return target.column() < 0
                ? null
                : definition.columns().get(target.column()).name();
    }

    private void ambiguous() {
        fit.ambiguous()
                .forEach((target, headings) -> teller.tell(
                        Severity.REJECT,
                        "heading-ambiguous",
                        headings.get(0).cell(),
                        name(target),
                        headings.get(0).printed(),
                        target.declared(),
                        Map.of(
                                "heading", target.declared(),
                                "cells",
                                        String.join(
                                                "、",
                                                headings.stream()
                                                        .map(h -> h.cell().toString())
                                                        .toList()))));
    }

    private void unknown() {
        Form.Kind kind = definition.form().kind();
        for (Heading heading : fit.unknown()) {
            boolean usual = SEQUENCE.contains(heading.innermost())
                    || (kind != Form.Kind.ROSTER
                            && (UNIT_HEADINGS.contains(heading.innermost())
                                    || CODE_HEADINGS.contains(heading.innermost())));
            if (!usual) {
                teller.tell(
                        Severity.NOTE,
                        "column-unknown",
                        heading.cell(),
                        null,
                        heading.printed(),
                        null,
                        Map.of("heading", heading.printed()));
            }
        }
    }

    /** Units printed in the headings, else in the title block, against those declared. */
    private void units() {
        List<Located> general = generalUnits();
        fit.found().forEach((target, headings) -> {
            if (target.column() < 0) {
                return;
            }
            Column column = definition.columns().get(target.column());
            for (Heading heading : headings) {
                String printed = printedUnit(heading, target);
                if (printed != null) {
                    unit(teller, column, heading.cell(), heading.printed(), printed);
                } else {
                    general(column, general);
                }
            }
        });
    }

    private static @Nullable String printedUnit(Heading heading, Target target) {
        for (int i = heading.path().size() - 1; i >= 0; i--) {
            PrintedUnit printed = PrintedUnit.of(heading.path().get(i));
            if (printed.unit() != null && !target.path().contains(heading.path().get(i))) {
                return printed.unit();
            }
        }
        return null;
    }

    private List<Located> generalUnits() {
        TitleBlock block = new TitleBlock(head, fit.first());
        List<Located> units = new ArrayList<>();
        for (String label : List.of("计量单位", "金额单位", "单位")) {
            block.find(new Place.After(label), 0).filter(u -> !u.blank()).ifPresent(units::add);
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
                unit(
                        teller,
                        column,
                        located.cell(),
                        located.text(),
                        differing.iterator().next());
                return;
            }
        }
    }

    /** Tells when the printed unit, normalised, is not the one that the column is reported in. */
    static void unit(Teller teller, Column column, CellAddress cell, String reported, String printed) {
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

    private void hiddenColumns() {
        Set<Integer> hidden = new TreeSet<>();
        for (int column = 0; column < head.width(); column++) {
            if (head.hidden(column) && headed(column)) {
                hidden.add(column);
            }
        }
        if (!hidden.isEmpty()) {
            String names = String.join(
                    "、", hidden.stream().map(CellAddress::columnName).toList());
            CellAddress first = new CellAddress(fit.last(), hidden.iterator().next());
            Hiding.tell(teller, definition.form().hidden(), "hidden-columns", first, Map.of("columns", names));
        }
    }

    private boolean headed(int column) {
        for (int row = fit.first(); row <= fit.last(); row++) {
            if (!head.cell(row, column).blank()) {
                return true;
            }
        }
        return false;
    }

    private void titleBlock(Map<Integer, Located> fixed) {
        TitleBlock block = new TitleBlock(head, fit.first());
        for (int i = 0; i < definition.columns().size(); i++) {
            Column column = definition.columns().get(i);
            Optional<Located> cell = block.find(column.place(), moved);
            if (cell.isPresent()) {
                fixed.put(i, cell.get());
            } else if (column.place() instanceof Place.After after) {
                teller.tell(
                        Severity.REJECT,
                        "label-missing",
                        null,
                        column.name(),
                        null,
                        after.label(),
                        Map.of("label", after.label()));
            }
        }
    }

    private List<int[]> blocks() {
        List<int[]> blocks = new ArrayList<>();
        for (int block = 0; block < fit.blocks(); block++) {
            int[] columns = new int[definition.columns().size()];
            Map<Integer, Integer> found = fit.columns(block);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = found.getOrDefault(i, Layout.NOWHERE);
                if (definition.columns().get(i).place() instanceof Place.Stub) {
                    columns[i] = found.getOrDefault(Target.STUB, Layout.NOWHERE);
                }
            }
            blocks.add(columns);
        }
        return blocks;
    }

    private Layout.Body body() {
        Map<Integer, Set<String>> headings = new HashMap<>();
        Set<Integer> sequence = new HashSet<>();
        for (Heading heading : fit.headings()) {
            headings.put(heading.column(), Set.copyOf(heading.own()));
            if (SEQUENCE.contains(heading.innermost())) {
                sequence.add(heading.column());
            }
        }
        int first = fit.last() + 1;
        return new Layout.Body(
                fit.first(),
                fit.last(),
                numbersColumns(first) ? first + 1 : first,
                fit.columns(0).getOrDefault(Target.STUB, Layout.NOWHERE),
                Map.copyOf(headings),
                Set.copyOf(sequence));
    }

    /** Whether this row numbers the columns (甲 | 1 | 2 | 3): letters, or numbers that count up by one. */
    private boolean numbersColumns(int row) {
        int filled = 0;
        int counted = 0;
        for (Located cell : head.row(row)) {
            String text = Wording.of(cell.text()).replaceAll("[()]", "");
            if (text.isEmpty()) {
                continue;
            }
            filled++;
            if (text.length() == 1 && COUNTERS.contains(text)) {
                continue;
            }
            counted++;
            if (!text.equals(String.valueOf(counted)) && !text.equals(counted + ".0")) {
                return false;
            }
        }
        return filled >= 3 || (filled == 2 && counted < 2);
    }

    private List<UnitItems.Block> unitBlocks() {
        List<UnitItems.Block> blocks = new ArrayList<>();
        for (int i = 0; i < fit.blocks(); i++) {
            Map<Integer, Integer> columns = fit.columns(i);
            Integer stub = columns.get(Target.STUB);
            Integer value = columns.get(Target.VALUE);
            if (stub != null && value != null) {
                blocks.add(new UnitItems.Block(
                        stub, value, beside(stub, value, UNIT_HEADINGS), beside(stub, value, CODE_HEADINGS)));
            }
        }
        return blocks;
    }

    /** The column of such a heading that is nearest to the labels; {@link Layout#NOWHERE} when there is none. */
    private int beside(int stub, int value, Set<String> headings) {
        int reach = Math.abs(value - stub) + 1;
        return fit.headings().stream()
                .filter(h -> headings.contains(h.innermost()))
                .map(Heading::column)
                .filter(c -> c != value && c != stub && Math.abs(c - stub) <= reach)
                .min(Comparator.comparingInt(c -> Math.abs(c - stub)))
                .orElse(Layout.NOWHERE);
    }
}
