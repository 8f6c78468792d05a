package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Severity;
import org.xianbao.template.formula.Excel;
import org.xianbao.template.formula.MissingMarks;
import org.xianbao.template.formula.RuleFormulas.RuleFormula;

/** Lets each cell be filled in only with what can stand there: a list to choose from, or a check with its reason. */
final class Checks {
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_TEXT = 255;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*\\{([a-z0-9_.]+)}\\s*%?\\s*");

    private final Paper paper;
    private final ReturnDefinition definition;
    private final Fields fields;
    private final Entries entries;
    private final Choices choices;
    private final List<String> places;
    private final XSSFDataValidationHelper helper;
    private final MissingMarks missing;
    private final TypeCheck types;

    /** @param places that are offered where one is asked for; any other may be typed */
    Checks(Paper paper, Order order, Fields fields, Entries entries, List<String> places) {
        this.paper = paper;
        this.definition = order.definition();
        this.fields = fields;
        this.entries = entries;
        this.places = places;
        this.helper = new XSSFDataValidationHelper(paper.sheet());
        this.choices = new Choices(paper.sheet().getWorkbook(), helper);
        this.missing = new MissingMarks(definition.form().missing());
        this.types = new TypeCheck(missing, order.period());
    }

    void add(List<RuleFormula> rules) {
        entries.all().forEach(spot -> add(spot, rules));
    }

    private void add(Entries.Spot spot, List<RuleFormula> rules) {
        Column column = spot.column();
        String words = types.words(column);
        Optional<List<String>> list = list(column);
        if (list.isPresent()) {
            DataValidation validation = validation(spot, choices.of(list.get()), words);
            boolean any = column.type() == ColumnType.REGION;
            validation.setShowErrorBox(!any);
            paper.sheet().addValidationData(validation);
            return;
        }
        List<String> said = new ArrayList<>(List.of(words));
        String formula = formula(spot, rules, said);
        DataValidationConstraint constraint = helper.createCustomConstraint(formula.isEmpty() ? "TRUE" : formula);
        DataValidation validation = validation(spot, constraint, String.join("", said));
        validation.setShowErrorBox(!formula.isEmpty());
        paper.sheet().addValidationData(validation);
    }

    private DataValidation validation(Entries.Spot spot, DataValidationConstraint constraint, String said) {
        DataValidation validation = helper.createValidation(
                constraint,
                new CellRangeAddressList(
                        spot.cells().getFirstRow(),
                        spot.cells().getLastRow(),
                        spot.cells().getFirstColumn(),
                        spot.cells().getLastColumn()));
        String title = cut(spot.column().title().zh(), LONGEST_TITLE);
        validation.setErrorStyle(ErrorStyle.STOP);
        validation.createErrorBox(title, cut(said, LONGEST_TEXT));
        validation.createPromptBox(title, cut(types.words(spot.column()), LONGEST_TEXT));
        validation.setShowPromptBox(true);
        validation.setEmptyCellAllowed(true);
        return validation;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private Optional<List<String>> list(Column column) {
        List<String> values = new ArrayList<>();
        switch (column.type()) {
            case FLAG -> values.addAll(List.of("是", "否"));
            case CODE ->
                fields.list(column)
                        .map(CodeList::entries)
                        .orElse(List.of())
                        .forEach(e -> values.add(e.title().zh()));
            case REGION -> values.addAll(places);
            default -> {
                return Optional.empty();
            }
        }
        if (!column.required()) {
            values.addAll(missing.typed());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** As many conditions as a validation holds: the type's first, then rules that refuse a return. */
    private String formula(Entries.Spot spot, List<RuleFormula> rules, List<String> said) {
        List<String> parts = new ArrayList<>();
        String type = types.formula(spot.column(), spot.reference());
        if (type != null) {
            parts.add(type);
        }
        for (Rule rule : definition.rules()) {
            if (rule.severity() != Severity.REJECT) {
                continue;
            }
            Optional<String> part = rule.check() instanceof Rule.Check.Unique unique
                    ? unique(spot, unique)
                    : rules.stream()
                            .filter(r -> r.rule().equals(rule)
                                    && r.columns().contains(spot.column().name()))
                            .map(RuleFormula::holds)
                            .findFirst();
            if (part.isPresent() && fits(parts, part.get())) {
                parts.add(part.get());
                said.add(said(rule));
            }
        }
        return parts.isEmpty() ? "" : Excel.and(parts);
    }

    private static boolean fits(List<String> parts, String part) {
        List<String> all = new ArrayList<>(parts);
        all.add(part);
        return Excel.and(all).length() <= LONGEST_TEXT;
    }

    /** Compared as texts: as numbers, two identity numbers would agree in the 15 digits that are kept. */
    private Optional<String> unique(Entries.Spot spot, Rule.Check.Unique unique) {
        boolean one =
                !spot.single() && unique.columns().equals(List.of(spot.column().name()));
        return one && spot.column().type() != ColumnType.NAME
                ? Optional.of("OR(" + missing.mark(spot.reference()) + ",SUMPRODUCT(--(" + spot.all() + "="
                        + spot.reference() + "))=1)")
                : Optional.empty();
    }

    /** What a rule says, without the values that only the judge knows. */
    private String said(Rule rule) {
        if (rule.check() instanceof Rule.Check.Unique) {
            return Words.of("unique");
        }
        String text = rule.say() == null
                ? Words.of("rule", Map.of("rule", rule.name()))
                : rule.say().zh();
        String plain = PLACEHOLDER.matcher(text).replaceAll("");
        return plain.endsWith("。") ? plain : plain + "。";
    }
}
