package org.xianbao.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Messages;
import org.xianbao.judge.Judged;

/** What a return's columns and rules are called for people. */
record Names(Definitions definitions) {

    private Optional<ReturnDefinition> definition(Judged.@Nullable Return of) {
        return of == null
                ? Optional.empty()
                : definitions.layouts(of.name()).stream()
                        .filter(d -> d.since().equals(of.since()))
                        .findFirst();
    }

    /** Empty when the finding concerns no column. */
    String column(Judged.@Nullable Return of, Judged.Found found) {
        String column = found.column();
        return column == null
                ? ""
                : definition(of)
                        .flatMap(d -> d.column(column))
                        .map(c -> c.title().zh())
                        .orElse("");
    }

    private Optional<Rule> rule(Judged.@Nullable Return of, Judged.Found found) {
        return definition(of).stream()
                .flatMap(d -> d.rules().stream())
                .filter(r -> r.name().equals(found.rule()))
                .findFirst();
    }

    /** The kind of a declared rule, as the bundle calls it: {@code unique}, {@code totals}, {@code row}; {@code built-in}. */
    String kind(Judged.@Nullable Return of, Judged.Found found) {
        return rule(of, found)
                .map(r -> r.check().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .orElse("built-in");
    }

    /** What would have been right, for a county to read; empty where the definition says it in SQL. */
    String expected(Judged.@Nullable Return of, Judged.Found found) {
        boolean sql = rule(of, found)
                .map(Rule::check)
                .filter(c -> c instanceof Rule.Check.Row || c instanceof Rule.Check.Submission)
                .isPresent();
        return found.expected() == null || sql ? "" : found.expected();
    }

    /** What all findings of a cause have in common, in words; empty for a single one that speaks for itself. */
    String cause(Cause cause) {
        Judged.Found first = cause.first();
        Optional<String> known = Wording.find("cause." + first.rule());
        if (known.isPresent()) {
            return known.get();
        }
        if (cause.total() == 1) {
            return "";
        }
        if (cause.findings().stream().map(f -> f.text().zh()).distinct().count() == 1) {
            return first.text().zh();
        }
        Optional<Rule> rule = rule(cause.of(), first);
        return rule.map(Rule::say)
                .map(say -> Messages.fill(say.zh(), blanks(cause.of())))
                .or(() -> rule.flatMap(r -> Wording.find("cause." + kind(cause.of(), first))))
                .orElse(first.text().zh());
    }

    private Map<String, String> blanks(Judged.@Nullable Return of) {
        Map<String, String> blanks = new HashMap<>();
        definition(of).ifPresent(d -> d.columns().forEach(c -> c.stored().forEach(f -> {
            blanks.put(f.name(), "…");
            blanks.put("prev." + f.name(), "…");
        })));
        return blanks;
    }

    /** Where a cause stands: {@code J17“天数”}, {@code F 列“年收入”}, or the column's name alone. */
    String place(Cause cause) {
        String column = column(cause.of(), cause.first());
        String named = column.isEmpty() ? "" : Wording.of("column", Map.of("column", column));
        List<CellAddress> cells = cause.findings().stream()
                .flatMap(f -> Optional.ofNullable(f.cell()).flatMap(CellAddress::parse).stream())
                .toList();
        if (cells.size() == 1 && cause.total() == 1) {
            return cells.get(0) + named;
        }
        List<Integer> letters =
                cells.stream().map(CellAddress::column).distinct().limit(2).toList();
        return letters.size() == 1
                ? Wording.of("letter", Map.of("letter", CellAddress.columnName(letters.get(0)))) + named
                : named;
    }
}
