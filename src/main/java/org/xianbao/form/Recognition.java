package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.explanation.ExplanationSheet;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.value.ConversionContext;
import org.xianbao.value.Converters;
import org.xianbao.value.Grouping;
import org.xianbao.value.PersonalKey;
import org.xianbao.value.Regions;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.Workbook;

/** Tells which sheets of a workbook are which returns. */
public final class Recognition {
    /** Rows kept of a sheet, at least; more when a form's headings stand lower or its items take more. */
    private static final int HEAD = 40;

    private static final int REACH = 12;

    private final Workbook workbook;
    private final Definitions definitions;
    private final Regions regions;
    private final Consumer<Finding> findings;

    private Recognition(Workbook workbook, Definitions definitions, Regions regions, Consumer<Finding> findings) {
        this.workbook = workbook;
        this.definitions = definitions;
        this.regions = regions;
        this.findings = findings;
    }

    /**
     * Which sheets are which returns, whose and for which period, in the workbook's order; findings for what is not.
     * A sheet whose county or period cannot be told is not among them, and a finding says why.
     *
     * @throws org.xianbao.workbook.WorkbookBroken when a sheet is unreadable
     */
    public static List<FormSheet> sheets(
            Workbook workbook, Definitions definitions, Regions regions, Consumer<Finding> findings) {
        return new Recognition(workbook, definitions, regions, findings).sheets();
    }

    private List<FormSheet> sheets() {
        int limit = definitions.returns().stream()
                .mapToInt(r -> r.form().headingLast()
                        + REACH
                        + 2 * PrintedItems.parts(FormPart.of(r)).size())
                .max()
                .orElse(0);
        List<FormSheet> returns = new ArrayList<>();
        List<Sheet> others = new ArrayList<>();
        boolean known = false;
        boolean seen = false;
        for (Sheet sheet : workbook.sheets()) {
            Head head = Head.read(workbook, sheet, Math.max(HEAD, limit));
            if (head.empty() || own(sheet, head.cell(0, 0).text())) {
                continue;
            }
            Optional<PrintedEdition> printed = PrintedEdition.of(head);
            List<Claim> claims = Claim.all(head, definitions, printed);
            Optional<Claim> claim = claims.stream()
                    .filter(c -> c.holds() && (!sheet.hidden() || c.likely()))
                    .findFirst();
            if (claim.isPresent()) {
                known = true;
                if (read(sheet, claim.get())) {
                    String name = claim.get().name();
                    List<Claim> same =
                            claims.stream().filter(c -> c.name().equals(name)).toList();
                    recognise(head, new Editions(head, same, printed)).ifPresent(returns::add);
                }
            } else if (!sheet.hidden() && !claims.isEmpty() && claims.get(0).alike()) {
                seen = true;
                untitled(sheet, claims.get(0));
            } else if (!sheet.hidden()) {
                others.add(sheet);
            }
        }
        if (known || seen) {
            others.forEach(s -> new Teller(s.name(), findings).note("sheet-ignored", null, Map.of("sheet", s.name())));
        } else {
            findings.accept(new Finding(
                    Severity.REJECT, "no-known-return", null, null, null, null, null, Map.of("sheets", names(others))));
        }
        return once(returns);
    }

    private static boolean own(Sheet sheet, String title) {
        return ExplanationSheet.stands(sheet.name(), title) || ResultSheet.stands(sheet.name(), title);
    }

    private static String names(List<Sheet> sheets) {
        return String.join("、", sheets.stream().map(Sheet::name).toList());
    }

    /** Whether a hidden sheet is read, by the form's policy. */
    private boolean read(Sheet sheet, Claim claim) {
        if (!sheet.hidden()) {
            return true;
        }
        Form.Hidden policy = claim.fit().definition().form().hidden();
        Hiding.tell(new Teller(sheet.name(), findings), policy, "hidden-sheet", null, Map.of("sheet", sheet.name()));
        return policy != Form.Hidden.SKIP;
    }

    private void untitled(Sheet sheet, Claim claim) {
        Form form = claim.fit().definition().form();
        Map.Entry<CellAddress, String> title =
                form.expect().entrySet().stream().findFirst().orElse(null);
        new Teller(sheet.name(), findings)
                .tell(
                        Severity.REJECT,
                        "title-unknown",
                        title == null ? null : title.getKey(),
                        null,
                        null,
                        title == null ? form.sheet() : title.getValue(),
                        named(claim.fit().definition()));
    }

    private Optional<FormSheet> recognise(Head head, Editions editions) {
        Teller teller = new Teller(head.sheet().name(), findings);
        Claim likeliest = editions.likeliest().claim();
        title(teller, head, likeliest);
        Attribution attribution = new Attribution(head, teller, regions);
        Optional<Period> period = attribution.period(likeliest);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        ReturnDefinition valid =
                definitions.layout(likeliest.name(), period.get()).orElseThrow();
        Editions.Edition due = editions.valid(valid.since());
        Optional<Editions.Edition> instead = editions.instead(due);
        Optional<Region> county = attribution.county(instead.orElse(due).claim(), period.get());
        Layout layout;
        if (instead.isPresent()) {
            otherForm(teller, head, instead.get(), due, period.get());
            layout = Layout.unread(valid);
        } else {
            if (editions.strange()) {
                strange(teller, editions.likeliest(), valid);
            }
            layout = layout(head, teller, due.claim(), converters(valid, period.get(), county));
        }
        return county.map(c -> new FormSheet(head.sheet(), valid, c, period.get(), layout));
    }

    /** Converters to try cells with; what is personal in them is hashed under a key that is nobody's, and dropped. */
    private Converters converters(ReturnDefinition definition, Period period, Optional<Region> county) {
        return new Converters(new ConversionContext(
                regions,
                definitions.lists(),
                definition.form().missing(),
                period,
                PersonalKey.of("nothing is kept of it"),
                Grouping.COMMAS,
                county.map(Region::code).orElse(null)));
    }

    private Layout layout(Head head, Teller teller, Claim claim, Converters converters) {
        Optional<Heading> again = claim.fit().sideways();
        if (again.isPresent()) {
            CellAddress cell = again.get().cell();
            teller.reject("heading-repeated-sideways", cell, Map.of("cell", cell.toString()));
            return Layout.unread(claim.fit().definition());
        }
        return new Survey(head, teller, claim, converters).layout(workbook);
    }

    private static void title(Teller teller, Head head, Claim claim) {
        ReturnDefinition definition = claim.fit().definition();
        if (!claim.titled() && !definition.form().expect().isEmpty()) {
            Map.Entry<CellAddress, String> title =
                    definition.form().expect().entrySet().iterator().next();
            teller.tell(
                    Severity.NOTE,
                    "title-differs",
                    title.getKey(),
                    null,
                    head.cell(title.getKey()).text(),
                    title.getValue(),
                    named(definition));
        }
    }

    private static void otherForm(
            Teller teller, Head head, Editions.Edition printed, Editions.Edition due, Period period) {
        List<FormChange> changes = Editions.changes(printed, due);
        ChangesTold told = new ChangesTold(head, printed.claim().fit());
        String since = due.definition().since().toString();
        Map<String, String> message = new HashMap<>(named(due.definition()));
        message.put("printed", printed.definition().since().toString());
        message.put("valid", since);
        message.put("period", period.label());
        message.put("count", String.valueOf(changes.size()));
        message.put("changes", told.tell(changes, Locale.CHINESE));
        message.put("changes_en", told.tell(changes, Locale.ENGLISH));
        boolean old = printed.definition().since().isBefore(due.definition().since());
        teller.tell(
                Severity.REJECT,
                "old-form",
                null,
                null,
                null,
                since,
                old ? Map.copyOf(message) : Teller.inWordsOf("form-of-later-years", message));
    }

    private static void strange(Teller teller, Editions.Edition likeliest, ReturnDefinition valid) {
        Map<String, String> message = new HashMap<>(named(valid));
        message.put("like", likeliest.definition().since().toString());
        message.put("both", String.valueOf(likeliest.likeness().both()));
        message.put("all", String.valueOf(likeliest.likeness().declared()));
        message.put("valid", valid.since().toString());
        teller.note("form-unknown", null, Map.copyOf(message));
    }

    private static Map<String, String> named(ReturnDefinition definition) {
        Bilingual title = definition.title();
        return Map.of("title", title.zh(), "title_en", title.en());
    }

    /** One return of one county for one period comes once a workbook: which of two counts is not guessed. */
    private List<FormSheet> once(List<FormSheet> returns) {
        Map<String, FormSheet> first = new HashMap<>();
        List<FormSheet> once = new ArrayList<>();
        for (FormSheet each : returns) {
            String key = each.definition().name() + " " + each.county().code() + " " + each.period();
            FormSheet other = first.putIfAbsent(key, each);
            if (other == null) {
                once.add(each);
                continue;
            }
            twice(other, each.sheet());
            twice(each, other.sheet());
        }
        return once;
    }

    private void twice(FormSheet form, Sheet other) {
        Map<String, String> message = new HashMap<>(named(form.definition()));
        message.put("other", other.name());
        message.put("period", form.period().label());
        new Teller(form.sheet().name(), findings).reject("return-twice", null, Map.copyOf(message));
    }
}
