package org.xianbao.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.template.formula.RuleFormulas;
import org.xianbao.template.formula.RuleFormulas.RuleFormula;
import org.xianbao.value.Periods;

/** Draws the workbook that a county fills in, from its definition alone. */
public final class BlankForm {
    private static final int WIDEST_UPRIGHT = 96;
    private static final int LONGEST_NAME = 31;
    private static final double MARGIN = 0.5;

    private final Definitions definitions;
    private final Order order;
    private final ReturnDefinition definition;
    private final Form form;
    private final Fields fields;
    private final Body body;
    private final Entries entries = new Entries();

    private BlankForm(Definitions definitions, Order order) {
        this.definitions = definitions;
        this.order = order;
        this.definition = order.definition();
        this.form = definition.form();
        this.fields = new Fields(definitions.lists());
        this.body = Body.of(order, fields);
    }

    /** Writes an .xlsx. The stream stays open. */
    public static void write(Definitions definitions, Order order, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new BlankForm(definitions, order).draw(workbook);
            workbook.write(out);
        }
    }

    private void draw(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet(name());
        Paper paper = new Paper(sheet);
        List<Body.Head> heads = body.heads();
        heads.forEach(h -> paper.column(h.width()));
        int first = form.headingLast() + 1;
        TopBlock top = top(paper);
        top.print();
        List<@Nullable String> units = new ArrayList<>();
        heads.forEach(h -> units.add(h.unit()));
        List<String> paths = heads.stream().map(Body.Head::heading).toList();
        new Headings(paper, form.headingFirst(), form.headingLast(), paths, units).print();
        int end = body.print(paper, first, entries);
        top.expected();
        new Notes(paper, order).print(end);
        paper.fold();
        check(paper, first);
        finish(sheet, paper, first);
        protect(sheet);
        describe(workbook);
        new XSSFFormulaEvaluator(workbook).evaluateAll();
        sheet.setForceFormulaRecalculation(true);
    }

    /** The sheet's name that the reader looks for. */
    private String name() {
        String name = form.sheet() == null
                ? definition.title().zh()
                : TopBlock.matching(form.sheet(), definition.title().zh());
        String safe = WorkbookUtil.createSafeSheetName(name, '·');
        return safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    }

    private TopBlock top(Paper paper) {
        TopBlock top = new TopBlock(paper, form, definition.title().zh(), body.unit())
                .county(order.county() == null ? "" : Counties.name(definitions, order.county(), order.period()))
                .period(Periods.chinese(order.period()));
        for (Column column : definition.columns()) {
            if (column.place() instanceof Place.After || column.place() instanceof Place.At) {
                top.column(column, fields.width(column, "") + 2, (row, at) -> {
                    entries.single(column, row, at);
                    Optional<PreviousRow> previous = order.previous().stream().findFirst();
                    previous.ifPresent(
                            p -> Fields.fill(paper.cell(row, at), p.values().get(column.name())));
                });
            }
        }
        return top;
    }

    private void check(Paper paper, int first) {
        RuleFormulas formulas = new RuleFormulas(definition, definitions.lists(), order.period(), entries::reference);
        List<RuleFormula> rules = definition.rules().stream()
                .flatMap(r -> formulas.of(r).stream())
                .toList();
        Region county = order.county();
        List<String> places = county == null ? List.of() : Counties.places(definitions, county, order.period());
        new Checks(paper, order, fields, entries, places).add(rules);
        Marking marking = new Marking(paper, entries);
        marking.rules(rules);
        marking.required(body.begun(first));
    }

    private void finish(XSSFSheet sheet, Paper paper, int first) {
        boolean upright = paper.width(0, paper.columns() - 1) <= WIDEST_UPRIGHT;
        sheet.createFreezePane(0, first);
        sheet.setDisplayGridlines(false);
        sheet.setRepeatingRows(new CellRangeAddress(form.headingFirst(), form.headingLast(), -1, -1));
        sheet.setHorizontallyCenter(true);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(!upright);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
            sheet.setMargin(side, MARGIN);
        }
        sheet.getFooter().setCenter(Words.of("page"));
    }

    /** Without a password: it keeps headings and formulas from slips, and whoever must can take it off. */
    private void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        if (form.kind() == Form.Kind.ROSTER) {
            sheet.lockFormatCells(false);
            sheet.lockInsertRows(false);
            sheet.lockDeleteRows(false);
            sheet.lockSort(false);
            sheet.lockAutoFilter(false);
        }
    }

    private void describe(XSSFWorkbook workbook) {
        workbook.getProperties().getCoreProperties().setTitle(definition.title().zh());
        workbook.getProperties()
                .getCustomProperties()
                .addProperty(Fingerprint.PROPERTY, Fingerprint.of(definition).toString());
    }
}
