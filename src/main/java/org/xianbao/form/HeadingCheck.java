package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Severity;

/** Tells, each once, which headings moved, are missing or renamed, several, or unknown. */
final class HeadingCheck {
    private final Teller teller;
    private final Fit fit;
    private final Shift shift;
    private final Evidence evidence;
    private final ReturnDefinition definition;
    private final List<Target> targets;

    HeadingCheck(Teller teller, Fit fit, Shift shift, Evidence evidence) {
        this.teller = teller;
        this.fit = fit;
        this.shift = shift;
        this.evidence = evidence;
        this.definition = fit.definition();
        this.targets = Target.of(definition);
    }

    void tell() {
        moved();
        Map<Integer, Heading> unknown =
                new TreeMap<>(fit.unknown().stream().collect(Collectors.toMap(Heading::column, Function.identity())));
        Map<Target, Heading> instead = instead(unknown);
        instead.values().forEach(heading -> unknown.remove(heading.column()));
        groups(instead).forEach(this::group);
        for (Target target : fit.missing()) {
            Heading heading = instead.get(target);
            if (heading == null) {
                missing(target);
            } else if (Group.between(target, heading).isEmpty()) {
                renamed(target, heading);
            }
        }
        fit.ambiguous().forEach(this::ambiguous);
        unknown.values().forEach(this::unknown);
    }

    private void moved() {
        if (shift.columns() != 0) {
            Map<String, String> message = Map.of("columns", String.valueOf(shift.columns()));
            CellAddress cell = new CellAddress(fit.first(), shift.columns());
            teller.note("heading-moved", cell, Teller.inWordsOf("form-moved-right", message));
        }
        if (fit.moved() != 0 && fit.mostly()) {
            Form form = definition.form();
            Map<String, String> message = Map.of(
                    "declared", rows(form.headingFirst(), form.headingLast()), "found", rows(fit.first(), fit.last()));
            teller.note("heading-moved", new CellAddress(fit.first(), 0), message);
        }
    }

    private static String rows(int first, int last) {
        return first == last ? String.valueOf(first + 1) : (first + 1) + "-" + (last + 1);
    }

    /** By missing target, the unknown heading that stands in its stead. */
    private Map<Target, Heading> instead(Map<Integer, Heading> unknown) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            List<Heading> headings = headings(targets.get(i));
            if (headings != null) {
                found.put(i, headings.get(0).column());
            }
        }
        Map<Integer, List<String>> texts = new HashMap<>();
        unknown.forEach((column, heading) -> texts.put(column, heading.path()));
        Map<Target, Heading> instead = new HashMap<>();
        Pairing.of(targets.stream().map(Target::path).toList(), found, texts, this::suits)
                .forEach((target, column) ->
                        instead.put(targets.get(target), Objects.requireNonNull(unknown.get(column))));
        return instead;
    }

    private @Nullable List<Heading> headings(Target target) {
        return fit.found().getOrDefault(target, fit.ambiguous().get(target));
    }

    private double suits(int target, int sheetColumn) {
        int column = targets.get(target).column();
        return column < 0 ? 0 : evidence.of(definition.columns().get(column), sheetColumn);
    }

    /** The groups that were renamed, with the columns below each in the form's order. */
    private Map<Group, List<Target>> groups(Map<Target, Heading> instead) {
        Map<Group, List<Target>> groups = new LinkedHashMap<>();
        for (Target target : fit.missing()) {
            Optional.ofNullable(instead.get(target))
                    .flatMap(heading -> Group.between(target, heading))
                    .ifPresent(group -> groups.computeIfAbsent(group, g -> new ArrayList<>())
                            .add(target));
        }
        return groups;
    }

    private void group(Group group, List<Target> below) {
        String found = Heading.plain(group.printed());
        String headings = below.stream().map(t -> t.declared().strip()).collect(Collectors.joining("、"));
        Map<String, String> message = Map.of(
                "cell",
                group.printed().cell().toString(),
                "found",
                found,
                "group",
                group.declared(),
                "headings",
                headings);
        teller.tell(
                Severity.REJECT,
                "column-missing",
                group.printed().cell(),
                below.size() == 1 ? name(below.get(0)) : null,
                found,
                group.declared(),
                Teller.inWordsOf("group-renamed", message));
    }

    private void renamed(Target target, Heading instead) {
        Map<String, String> message =
                Map.of("cell", instead.cell().toString(), "found", instead.printed(), "heading", target.declared());
        teller.tell(
                Severity.REJECT,
                "column-missing",
                instead.cell(),
                name(target),
                instead.printed(),
                target.declared(),
                Teller.inWordsOf("column-renamed", message));
    }

    private void missing(Target target) {
        Map<String, String> message = new HashMap<>();
        message.put("heading", target.declared());
        message.put("rows", rows(fit.first(), fit.last()));
        Optional<Heading> before = before(target);
        before.ifPresent(heading -> {
            message.put("before", heading.printed());
            message.put("cell", heading.cell().toString());
        });
        teller.tell(
                Severity.REJECT,
                "column-missing",
                null,
                name(target),
                null,
                target.declared(),
                before.isEmpty() ? Map.copyOf(message) : Teller.inWordsOf("column-missing-behind", message));
    }

    /** What stands on the sheet in front of where the target should. */
    private Optional<Heading> before(Target target) {
        for (int i = targets.indexOf(target) - 1; i >= 0; i--) {
            List<Heading> headings = headings(targets.get(i));
            if (headings != null) {
                return Optional.of(headings.get(0));
            }
        }
        return Optional.empty();
    }

    private @Nullable String name(Target target) {
        return target.column() < 0
                ? null
                : definition.columns().get(target.column()).name();
    }

    private void ambiguous(Target target, List<Heading> headings) {
        String cells = headings.stream().map(h -> h.cell().toString()).collect(Collectors.joining("、"));
        teller.tell(
                Severity.REJECT,
                "heading-ambiguous",
                headings.get(0).cell(),
                name(target),
                headings.get(0).printed(),
                target.declared(),
                Map.of("heading", target.declared(), "cells", cells));
    }

    private void unknown(Heading heading) {
        Map<String, String> message = Map.of("heading", heading.printed());
        teller.tell(Severity.NOTE, "column-unknown", heading.cell(), null, heading.printed(), null, message);
    }
}
