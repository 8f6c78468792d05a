package org.xianbao.template;

import java.util.List;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Severity;
import org.xianbao.template.formula.RuleFormulas.RuleFormula;

/** Colours cells while a form is filled in: those that break a rule, pasted ones too, and those that must not stay blank. */
final class Marking {
    private static final String REJECT = "FFC7CE";
    private static final String QUERY = "FFEB9C";
    private static final String REQUIRED = "FFF9E5";

    private final XSSFSheetConditionalFormatting formatting;
    private final Entries entries;

    Marking(Paper paper, Entries entries) {
        this.formatting = paper.sheet().getSheetConditionalFormatting();
        this.entries = entries;
    }

    void rules(List<RuleFormula> rules) {
        for (Severity severity : List.of(Severity.REJECT, Severity.QUERY)) {
            for (RuleFormula each : rules) {
                Entries.Spot spot = each.rule().severity() == severity ? marked(each) : null;
                if (spot != null) {
                    color(spot.cells(), "NOT(" + each.holds() + ")", severity == Severity.REJECT ? REJECT : QUERY);
                }
            }
        }
    }

    private Entries.@Nullable Spot marked(RuleFormula formula) {
        Rule rule = formula.rule();
        String column = rule.at() != null
                ? rule.at()
                : formula.columns().stream().findFirst().orElse("");
        return entries.of(column);
    }

    /** @param begun cells of the first row of which one is filled once the row is begun; null when all are always wanted */
    void required(@Nullable CellRangeAddress begun) {
        for (Entries.Spot spot : entries.all()) {
            if (spot.column().required()) {
                String blank = spot.reference() + "=\"\"";
                color(
                        spot.cells(),
                        begun == null || spot.single() ? blank : "AND(" + blank + ",COUNTA(" + columns(begun) + ")>0)",
                        REQUIRED);
            }
        }
    }

    private static String columns(CellRangeAddress range) {
        int row = range.getFirstRow() + 1;
        return "$" + CellAddress.columnName(range.getFirstColumn()) + row + ":$"
                + CellAddress.columnName(range.getLastColumn()) + row;
    }

    private void color(CellRangeAddress cells, String formula, String rgb) {
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(Looks.color(rgb));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }
}
