package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final ReturnDefinition definition;

    HeadingCheck(Teller teller, Fit fit) {
        this.teller = teller;
        this.fit = fit;
        this.definition = fit.definition();
    }

    void tell() {
        if (fit.complete() && fit.moved() != 0) {
            moved();
        }
        Map<Integer, Heading> unknown =
                new TreeMap<>(fit.unknown().stream().collect(Collectors.toMap(Heading::column, Function.identity())));
        Map<Target, Integer> renamed = renamed(unknown);
        for (Target target : fit.missing()) {
            Integer column = renamed.get(target);
            missing(target, column == null ? null : unknown.remove(column));
        }
        fit.ambiguous().forEach(this::ambiguous);
        unknown.values().forEach(this::unknown);
    }

    private void moved() {
        Form form = definition.form();
        Map<String, String> message = Map.of(
                "declared", rows(form.headingFirst(), form.headingLast()), "found", rows(fit.first(), fit.last()));
        teller.note("heading-moved", new CellAddress(fit.first(), 0), message);
    }

    private static String rows(int first, int last) {
        return first == last ? String.valueOf(first + 1) : (first + 1) + "-" + (last + 1);
    }

    /** The sheet column by missing target where another heading stands in its stead. */
    private Map<Target, Integer> renamed(Map<Integer, Heading> unknown) {
        List<Target> targets = Target.of(definition);
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            List<Heading> headings =
                    fit.found().getOrDefault(targets.get(i), fit.ambiguous().get(targets.get(i)));
            if (headings != null) {
                found.put(i, headings.get(0).column());
            }
        }
        Map<Integer, String> texts = new HashMap<>();
        unknown.forEach((column, heading) -> texts.put(column, heading.innermost()));
        Map<Target, Integer> renamed = new HashMap<>();
        Renamed.pair(targets.stream().map(Target::innermost).toList(), found, texts)
                .forEach((target, column) -> renamed.put(targets.get(target), column));
        return renamed;
    }

    private void missing(Target target, @Nullable Heading instead) {
        Map<String, String> message = new HashMap<>();
        message.put("heading", target.declared());
        message.put("rows", rows(fit.first(), fit.last()));
        if (instead != null) {
            message.put("cell", instead.cell().toString());
            message.put("found", instead.printed());
        }
        teller.tell(
                Severity.REJECT,
                "column-missing",
                instead == null ? null : instead.cell(),
                name(target),
                instead == null ? null : instead.printed(),
                target.declared(),
                instead == null ? Map.copyOf(message) : Teller.inWordsOf("column-renamed", message));
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
