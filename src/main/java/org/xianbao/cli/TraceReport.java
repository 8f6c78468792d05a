package org.xianbao.cli;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.lineage.ColumnCells;
import org.xianbao.lineage.Contribution;
import org.xianbao.lineage.Figure;
import org.xianbao.lineage.Proof;
import org.xianbao.lineage.Trace;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads of where a figure comes from: a tree that ends at cells, each with a word on whether it holds. */
final class TraceReport {
    private static final int RANGES = 6;
    private static final int HASH = 12;

    private final Console console;

    TraceReport(Console console) {
        this.console = console;
    }

    void print(List<Trace> traces) {
        traces.forEach(t -> tree(t).print(console.out()));
    }

    /** Everything that is known, for another program. */
    void json(List<Trace> traces) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        console.out()
                .println(mapper.writeValueAsString(
                        traces.stream().map(TraceReport::plain).toList()));
    }

    private static Map<String, Object> plain(Trace trace) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("holds", trace.holds());
        plain.put("figure", trace.figure());
        plain.put("rules", trace.rules());
        plain.put("sum", trace.sum());
        plain.put("returns", trace.returns());
        plain.put("contributions", trace.contributions());
        return plain;
    }

    private Tree tree(Trace trace) {
        Figure figure = trace.figure();
        Tree tree = new Tree(head(figure));
        tree.remark(published(figure));
        if (figure.withheld()) {
            tree.remark(console.text("trace.withheld"));
        }
        rules(trace).ifPresent(tree::remark);
        trace.contributions().forEach(c -> contribution(tree, c));
        int more = trace.returns() - trace.contributions().size();
        if (more > 0) {
            tree.branch(console.text("trace.more-returns", Map.of("n", "%,d".formatted(more))));
        }
        tree.branch(sum(trace));
        return tree;
    }

    private String head(Figure figure) {
        String source = figure.source().isEmpty() ? "" : "  (" + figure.source() + ")";
        String ratio =
                figure.denominator() == null ? "" : "  (" + amount(figure.numerator(), figure.denominator()) + ")";
        return "%s  %s  %s%s  %s %s%s"
                .formatted(
                        console.text(figure.title()),
                        figure.regionName(),
                        figure.period(),
                        source,
                        number(figure.value(), figure.qualifier()),
                        figure.unit(),
                        ratio);
    }

    /** Said where they are not those of now. */
    private Optional<String> rules(Trace trace) {
        Figure.Edition edition = trace.figure().edition();
        return trace.rules() == Trace.Rules.OF_NOW || edition == null
                ? Optional.empty()
                : Optional.of(console.text(
                        trace.rules() == Trace.Rules.LOST ? "trace.rules-lost" : "trace.rules-then",
                        Map.of("rules", shortened(edition.definitions()))));
    }

    private String published(Figure figure) {
        Figure.Edition edition = figure.edition();
        if (edition == null) {
            return console.text("trace.case", Map.of("status", figure.status()));
        }
        return console.text(
                "trace.edition",
                Map.of(
                        "kind", edition.kind(),
                        "n", Integer.toString(edition.n()),
                        "day", edition.closedAt().toLocalDate().toString(),
                        "status", figure.status(),
                        "reported", Integer.toString(figure.reported()),
                        "expected", Integer.toString(figure.expected())));
    }

    private String sum(Trace trace) {
        String sum = trace.sum() == null ? "–" : number(trace.sum(), trace.qualifier());
        return mark(trace.addsUp())
                + console.text(
                        (trace.addsUp() ? "trace.adds-up" : "trace.does-not-add-up")
                                + (trace.figure().withheld() ? "-withheld" : ""),
                        Map.of(
                                "sum",
                                sum,
                                "published",
                                number(trace.figure().value(), trace.figure().qualifier()),
                                "n",
                                "%,d".formatted(trace.returns())));
    }

    private void contribution(Tree tree, Contribution contribution) {
        Contribution.Submission from = contribution.submission();
        Tree branch = tree.branch("%s  %s  %s  →  %s"
                .formatted(
                        console.text(from.title()),
                        from.county(),
                        from.period(),
                        qualified(amount(contribution.value(), contribution.denominator()), contribution.qualifier())));
        branch.remark(console.text(
                "trace.workbook",
                Map.of(
                        "workbook", from.workbook(),
                        "sheet", from.sheet(),
                        "hash", from.hash().substring(0, HASH),
                        "submission", Long.toString(from.id()),
                        "revision", Integer.toString(from.revision()))));
        branch.remark(console.text(
                "trace.definition",
                Map.of(
                        "return", from.returnName(),
                        "since", from.since().toString(),
                        "version", from.version(),
                        "rules", shortened(from.judged()))));
        contribution.cells().forEach(c -> cells(branch, c));
        branch.branch(proof(contribution.proof()));
    }

    private static String shortened(@Nullable String fingerprint) {
        return fingerprint == null ? "–" : fingerprint.substring(0, HASH);
    }

    private void cells(Tree branch, ColumnCells column) {
        String purposes = column.purposes().isEmpty()
                ? console.text("trace.for.row")
                : column.purposes().stream()
                        .map(p -> console.text("trace.for." + p.word()))
                        .collect(Collectors.joining(", "));
        String head = ranges(column) + "  " + console.text(column.title()) + "  [" + purposes + "]";
        if (column.count() == 1 && !column.shown().isEmpty()) {
            branch.branch(head + "  " + content(column.shown().get(0)));
            return;
        }
        Tree cells =
                branch.branch(head + "  " + console.text("trace.cells", Map.of("n", "%,d".formatted(column.count()))));
        column.shown().forEach(c -> cells.remark(c.address() + "  " + content(c)));
        long more = column.count() - column.shown().size();
        if (more > 0) {
            cells.remark(console.text("trace.more", Map.of("n", "%,d".formatted(more))));
        }
    }

    private static String ranges(ColumnCells column) {
        String first = column.ranges().stream().limit(RANGES).collect(Collectors.joining(", "));
        return column.ranges().size() > RANGES ? first + ", …" : first;
    }

    private String content(ColumnCells.Cell cell) {
        String reported = cell.reported() == null ? console.text("trace.blank") : "“" + cell.reported() + "”";
        return cell.value() == null
                ? reported
                : reported + " → " + qualified(cell.value(), Objects.requireNonNullElse(cell.qualifier(), "="));
    }

    private String proof(Proof proof) {
        Map<String, String> values = new HashMap<>();
        values.put("rows", "%,d".formatted(proof.rows()));
        values.put("cells", "%,d".formatted(proof.cells()));
        values.put("differing", "%,d".formatted(proof.differing()));
        values.put("examples", String.join(", ", proof.examples()));
        values.put("value", amount(proof.value(), proof.denominator()));
        if (proof.unread() != null) {
            return mark(false) + console.text("trace.unread." + proof.unread(), values);
        }
        String measured = console.text(proof.agrees() ? "trace.recomputed" : "trace.recomputed-otherwise", values);
        return mark(proof.holds())
                + measured
                + console.text(proof.differing() == 0 ? "trace.reread" : "trace.reread-otherwise", values);
    }

    private static String mark(boolean holds) {
        return holds ? "✓ " : "✗ ";
    }

    private static String amount(@Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        return plain(value) + (denominator == null ? "" : " ÷ " + plain(denominator));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "–" : value.stripTrailingZeros().toPlainString();
    }

    private static String number(BigDecimal value, String qualifier) {
        return qualified(plain(value), qualifier);
    }

    private static String qualified(String number, String qualifier) {
        return qualifier.matches("[><≈]+")
                ? qualifier + " " + number
                : qualifier.equals("=") ? number : number + " (" + qualifier.replaceAll("[= ()]", "") + ")";
    }
}
