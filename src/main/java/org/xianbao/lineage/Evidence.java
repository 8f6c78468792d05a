package org.xianbao.lineage;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.Place;
import org.xianbao.definition.Reads;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.form.FormSheet;
import org.xianbao.form.Recognition;
import org.xianbao.judge.Remeasuring;
import org.xianbao.value.ConversionContext;
import org.xianbao.value.Converters;
import org.xianbao.value.Grouping;
import org.xianbao.value.PersonalKey;
import org.xianbao.value.Regions;
import org.xianbao.workbook.Opening;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.WorkbookBroken;
import org.xianbao.workbook.Workbooks;

/** Goes from what a submission contributes down to the cells, and proves it on the way. */
final class Evidence {
    private final Definitions read;
    private final ReturnDefinition layout;
    private final Period period;
    private final Indicator indicator;
    private final Contribution.Submission submission;
    private final Map<String, String> places;
    private final PersonalKey key;
    private final int most;

    /**
     * @param read the definitions that the submission was read with
     * @param layout that of them which it was read by
     * @param indicator as it was defined when it was measured
     * @param places a letter or a cell for each column, as recorded when it was read
     * @param most how many cells of a column are shown
     */
    Evidence(
            Definitions read,
            ReturnDefinition layout,
            Period period,
            Indicator indicator,
            Contribution.Submission submission,
            Map<String, String> places,
            PersonalKey key,
            int most) {
        this.read = read;
        this.layout = layout;
        this.period = period;
        this.indicator = indicator;
        this.submission = submission;
        this.places = places;
        this.key = key;
        this.most = most;
    }

    /** What the submission's rows come to, of one region and source. */
    record Again(@Nullable BigDecimal value, @Nullable BigDecimal denominator, boolean agrees) {}

    Again measured(Remeasuring remeasuring, Measures.Measure measure) throws SQLException {
        List<Remeasuring.Value> values = remeasuring.values(indicator).stream()
                .filter(v -> Objects.requireNonNullElse(v.region(), submission.reporter())
                        .equals(measure.region()))
                .filter(v -> v.source().equals(measure.source()))
                .toList();
        BigDecimal value = sum(values.stream().map(Remeasuring.Value::value).toList());
        BigDecimal denominator =
                sum(values.stream().map(Remeasuring.Value::denominator).toList());
        return new Again(value, denominator, same(value, measure.value()) && same(denominator, measure.denominator()));
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> parts) {
        BigDecimal sum = null;
        for (BigDecimal part : parts) {
            sum = part == null ? sum : sum == null ? part : sum.add(part);
        }
        return sum;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** Cells and proof of one measure. */
    record Shown(List<ColumnCells> cells, Proof proof) {}

    Shown show(Remeasuring remeasuring, Measures.Measure measure, Path file) throws SQLException {
        Again again = measured(remeasuring, measure);
        if (!Files.exists(file)) {
            return unread(again, "not-in-store");
        }
        try {
            Opening opening = Workbooks.open(file);
            if (!(opening instanceof Workbook workbook)) {
                return unread(again, "unreadable");
            }
            try (workbook) {
                Optional<Sheet> sheet = workbook.sheets().stream()
                        .filter(s -> s.index() == submission.sheetIndex())
                        .findFirst();
                return sheet.isEmpty()
                        ? unread(again, "unreadable")
                        : show(remeasuring, measure, again, workbook, sheet.get());
            }
        } catch (WorkbookBroken | UncheckedIOException e) {
            return unread(again, "unreadable");
        }
    }

    /** What is left to say when not even the definitions are known any more. */
    static Shown unread(String why) {
        return unread(new Again(null, null, false), why);
    }

    private static Shown unread(Again again, String why) {
        return new Shown(
                List.of(), new Proof(again.value(), again.denominator(), again.agrees(), 0, 0, 0, List.of(), why));
    }

    private Shown show(Remeasuring remeasuring, Measures.Measure measure, Again again, Workbook workbook, Sheet sheet)
            throws SQLException {
        List<TracedColumn> columns = columns(workbook);
        Map<CellAddress, Slice> fixed = SheetCells.copies(
                workbook,
                sheet,
                columns.stream()
                        .map(TracedColumn::fixed)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<String> fields = columns.stream().flatMap(c -> c.fields().stream()).toList();
        long[] rows = {0};
        try (SheetCells cells = new SheetCells(workbook, sheet)) {
            remeasuring.rows(indicator, fields, measure.region(), measure.source(), fact -> {
                rows[0]++;
                take(columns, fixed, cells, fact);
            });
        }
        List<String> examples = columns.stream()
                .flatMap(c -> c.examples().stream())
                .limit(TracedColumn.EXAMPLES)
                .toList();
        return new Shown(
                columns.stream()
                        .filter(c -> c.read() > 0)
                        .map(TracedColumn::cells)
                        .toList(),
                new Proof(
                        again.value(),
                        again.denominator(),
                        again.agrees(),
                        rows[0],
                        columns.stream().mapToLong(TracedColumn::read).sum(),
                        columns.stream().mapToLong(TracedColumn::differing).sum(),
                        examples,
                        null));
    }

    private static void take(
            List<TracedColumn> columns, Map<CellAddress, Slice> fixed, SheetCells cells, ResultSet fact)
            throws SQLException {
        int row = fact.getInt(1);
        int from = 2;
        for (TracedColumn column : columns) {
            CellAddress address = column.fixed();
            Slice cell =
                    address == null ? cells.at(row - 1, column.column()) : Objects.requireNonNull(fixed.get(address));
            column.take(row, cell, fact, from);
            from += column.fields().size();
        }
    }

    private List<TracedColumn> columns(Workbook workbook) {
        Converters converters = new Converters(new ConversionContext(
                new Regions(read.regions()), read.lists(), layout.form().missing(), period, key, Grouping.COMMAS));
        List<TracedColumn> traced = new ArrayList<>();
        Optional<FormSheet> form = Optional.empty();
        for (Reads reads : reads()) {
            String place = places.get(reads.column());
            Optional<Column> column = layout.column(reads.column());
            if (place == null) {
                continue;
            }
            if (column.isEmpty()) {
                traced.add(new TracedColumn.OfItems(reads, place, most, layout.form()));
                continue;
            }
            boolean labelled = column.get().place() instanceof Place.After;
            form = labelled && form.isEmpty() ? recognised(workbook) : form;
            Slice said =
                    labelled ? form.flatMap(f -> f.layout().said(column.get())).orElse(null) : null;
            traced.add(
                    new TracedColumn.OfDefinition(reads, place, most, column.get(), converters.of(column.get()), said));
        }
        return traced;
    }

    /** What the indicator reads; where it only counts rows, what names a row. */
    private List<Reads> reads() {
        List<Reads> reads = Reads.of(indicator, layout);
        if (!reads.isEmpty()) {
            return reads;
        }
        List<String> naming = layout.key().stream().filter(places::containsKey).toList();
        if (naming.isEmpty()) {
            naming = layout.columns().stream()
                    .map(Column::name)
                    .filter(c ->
                            places.containsKey(c) && !Character.isDigit(last(Objects.requireNonNull(places.get(c)))))
                    .limit(1)
                    .toList();
        }
        return naming.stream().map(c -> new Reads(c, Set.of())).toList();
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    /** A cell of the title block may hold its label too: what it says of the column, its reader knows. */
    private Optional<FormSheet> recognised(Workbook workbook) {
        return Recognition.sheets(workbook, read, new Regions(read.regions()), finding -> {}).stream()
                .filter(f -> f.sheet().index() == submission.sheetIndex())
                .findFirst();
    }
}
