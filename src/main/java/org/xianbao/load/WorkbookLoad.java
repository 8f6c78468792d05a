package org.xianbao.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xianbao.explanation.Answers;
import org.xianbao.finding.Finding;
import org.xianbao.form.FormRows;
import org.xianbao.form.FormSheet;
import org.xianbao.form.Recognition;
import org.xianbao.load.Block.Outcome;
import org.xianbao.warehouse.CopyRows;
import org.xianbao.warehouse.FindingBatch;
import org.xianbao.workbook.Opening;
import org.xianbao.workbook.Refusal;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.WorkbookBroken;

/**
 * Reads one workbook block by block. Total: whatever the file is, there is a last block that says what became of it.
 * Not thread-safe.
 */
public final class WorkbookLoad implements AutoCloseable {
    private final Loading loading;
    private final Reading reading;
    private final FindingBatch findings = new FindingBatch();

    private @Nullable Workbook workbook;
    private List<FormSheet> forms = List.of();
    private List<Long> submissions = List.of();
    private @Nullable FormLoad current;
    private Position position;
    private boolean begun;
    private boolean ended;

    WorkbookLoad(Loading loading, Reading reading, Position from) {
        this.loading = loading;
        this.reading = reading;
        this.position = from;
    }

    /** The next block, to be written before the one after it is asked for; null after the last one. */
    public @Nullable Block next() throws SQLException {
        if (ended) {
            return null;
        }
        try {
            Block block = begun ? read() : begin();
            ended = block.outcome() != null;
            return block;
        } catch (WorkbookBroken e) {
            return end(Outcome.REFUSED, "workbook-broken", e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a file does to the reader, the night goes on; what the file holds stays out of the record.
            return end(Outcome.FAILED, "reader-failed", Fault.place(e));
        }
    }

    private Block begin() throws SQLException {
        begun = true;
        Opening opening = loading.open(reading);
        if (opening instanceof Refusal refusal) {
            return end(Outcome.REFUSED, refusal.key(), refusal.detail());
        }
        Workbook opened = (Workbook) opening;
        workbook = opened;
        List<Finding> told = new ArrayList<>();
        forms = Recognition.sheets(opened, loading.definitions(), loading.regions(), told::add).stream()
                .filter(f -> reading.sheetIndex() == null
                        || reading.sheetIndex() == f.sheet().index())
                .toList();
        if (forms.isEmpty()) {
            findings.of(0);
            told.forEach(findings);
            return block(null, 0, List.of(), false, Outcome.REFUSED, "no known return");
        }
        submissions = loading.register(reading, forms);
        if (position.equals(Position.START)) { // else told before the interruption
            told.forEach(this::tell);
            loading.keep(reading, Answers.read(opened, others(opened), this::tell));
        }
        return read();
    }

    /** The sheets that are no returns. */
    private List<Sheet> others(Workbook opened) {
        List<Sheet> returns = forms.stream().map(FormSheet::sheet).toList();
        return opened.sheets().stream().filter(s -> !returns.contains(s)).toList();
    }

    /** What was found on a sheet as a whole counts for the return that stands on it. */
    private void tell(Finding finding) {
        findings.of(0);
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).sheet().name().equals(finding.sheet())) {
                findings.of(submissions.get(i));
            }
        }
        findings.accept(finding);
    }

    private Block read() throws SQLException {
        FormLoad form = current;
        if (form == null) {
            form = start(position.form());
            current = form;
        }
        int index = position.form();
        List<Block.Total> totals = new ArrayList<>();
        findings.of(submissions.get(index));
        CopyRows rows = form.fill(totals);
        boolean formEnds = form.ended();
        position = formEnds ? new Position(index + 1, -1) : new Position(index, form.lastRow());
        if (formEnds) {
            form.close();
            current = null;
        }
        boolean last = formEnds && index + 1 == forms.size();
        return block(rows, submissions.get(index), totals, formEnds, last ? Outcome.READ : null, null);
    }

    private FormLoad start(int index) throws SQLException {
        FormSheet form = forms.get(index);
        Workbook opened = Objects.requireNonNull(workbook);
        findings.of(submissions.get(index));
        FormRows rows = FormRows.open(opened, form, findings);
        if (position.row() >= 0) {
            rows.skipTo(position.row() + 1);
        }
        return new FormLoad(
                form, submissions.get(index), loading.converters(form), loading.table(form), rows, findings);
    }

    private Block end(Outcome outcome, String rule, @Nullable String detail) {
        ended = true;
        findings.addAll(FindingBatch.ofWorkbook(rule));
        return block(null, 0, List.of(), false, outcome, detail);
    }

    private Block block(
            @Nullable CopyRows rows,
            long submission,
            List<Block.Total> totals,
            boolean formEnds,
            @Nullable Outcome outcome,
            @Nullable String detail) {
        FindingBatch found = new FindingBatch();
        found.addAll(findings);
        findings.clear();
        return new Block(
                reading.id(),
                submission,
                rows == null ? null : rows.block(),
                found,
                totals,
                position,
                formEnds,
                outcome,
                detail);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
        if (workbook != null) {
            workbook.close();
        }
    }
}
