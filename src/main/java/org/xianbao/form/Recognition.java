package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.definition.Place;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.value.Periods;
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
                .mapToInt(r ->
                        r.form().headingLast() + REACH + 2 * Likeness.labels(r).size())
                .max()
                .orElse(0);
        List<FormSheet> returns = new ArrayList<>();
        List<Sheet> others = new ArrayList<>();
        boolean known = false;
        boolean seen = false;
        for (Sheet sheet : workbook.sheets()) {
            Head head = Head.read(workbook, sheet, Math.max(HEAD, limit));
            if (head.empty() || own(head)) {
                continue;
            }
            List<Claim> claims = Claim.all(head, definitions);
            Optional<Claim> claim = claims.stream()
                    .filter(c -> c.holds() && (!sheet.hidden() || c.likely()))
                    .findFirst();
            if (claim.isPresent()) {
                known = true;
                if (read(sheet, claim.get())) {
                    recognise(head, claim.get(), claims).ifPresent(returns::add);
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

    private static boolean own(Head head) {
        return OwnSheet.of(head.sheet().name(), head.cell(0, 0).text()).isPresent();
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

    private Optional<FormSheet> recognise(Head head, Claim claim, List<Claim> claims) {
        Teller teller = new Teller(head.sheet().name(), findings);
        List<Claim> editions =
                claims.stream().filter(c -> c.name().equals(claim.name())).toList();
        Claim printed = Claim.printed(head, editions);
        ReturnDefinition definition = printed.fit().definition();
        title(teller, head, printed);
        TitleBlock block = new TitleBlock(head, printed.fit().first());
        Optional<Period> period = period(teller, block, definition, printed.moved());
        if (period.isEmpty()) {
            return Optional.empty();
        }
        ReturnDefinition valid =
                definitions.layout(definition.name(), period.get()).orElse(definition);
        Optional<Claim> current = editions.stream()
                .filter(c -> c.fit().definition().equals(valid))
                .filter(c -> c.likeness(head) >= printed.likeness(head))
                .findFirst();
        Claim read = current.orElse(printed);
        Optional<Region> county = county(
                teller, new TitleBlock(head, read.fit().first()), read.fit().definition(), read.moved(), period.get());
        Layout layout;
        if (current.isEmpty()) {
            oldForm(teller, definition, valid, period.get());
            layout = Layout.unread(valid);
        } else {
            layout = layout(head, teller, read);
        }
        return county.map(c -> new FormSheet(head.sheet(), valid, c, period.get(), layout));
    }

    private Layout layout(Head head, Teller teller, Claim claim) {
        Optional<Heading> again = claim.fit().sideways();
        if (again.isPresent()) {
            CellAddress cell = again.get().cell();
            teller.reject("heading-repeated-sideways", cell, Map.of("cell", cell.toString()));
            return Layout.unread(claim.fit().definition());
        }
        return new Survey(head, teller, claim.fit(), claim.moved()).layout(workbook);
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

    private static void oldForm(Teller teller, ReturnDefinition printed, ReturnDefinition valid, Period period) {
        Map<String, String> message = new HashMap<>(named(valid));
        message.put("printed", printed.since().toString());
        message.put("valid", valid.since().toString());
        message.put("period", period.label());
        teller.tell(Severity.REJECT, "old-form", null, null, null, valid.since().toString(), Map.copyOf(message));
    }

    private Optional<Period> period(Teller teller, TitleBlock block, ReturnDefinition definition, int moved) {
        Place place = definition.form().period();
        Optional<Located> cell = block.find(place, moved);
        Optional<Period> period = cell.flatMap(c -> Periods.read(c.slice(), definition.every())
                .or(() -> Periods.read(TitleBlock.value(c).slice(), definition.every())));
        if (period.isEmpty()) {
            unknown(teller, "period-unknown", place, cell, example(definition.every()), definition);
        }
        return period;
    }

    private Optional<Region> county(
            Teller teller, TitleBlock block, ReturnDefinition definition, int moved, Period period) {
        Place place = definition.form().county();
        Optional<Located> cell = block.find(place, moved);
        Optional<Region> county = cell.filter(c -> !c.blank())
                .flatMap(c -> regions.county(c.text().strip(), period.end())
                        .or(() -> regions.county(TitleBlock.value(c).text(), period.end())));
        if (county.isEmpty()) {
            unknown(teller, "county-unknown", place, cell, null, definition);
        }
        return county;
    }

    private static void unknown(
            Teller teller,
            String rule,
            Place place,
            Optional<Located> cell,
            @Nullable String expected,
            ReturnDefinition definition) {
        Map<String, String> message = new HashMap<>(named(definition));
        message.put("place", described(place));
        message.put("reported", cell.map(Located::text).orElse(""));
        String told = cell.isPresent() && !cell.get().blank() ? rule : rule.replace("unknown", "missing");
        teller.tell(
                Severity.REJECT,
                rule,
                cell.map(Located::cell).orElse(null),
                null,
                cell.filter(c -> !c.blank()).map(Located::text).orElse(null),
                expected,
                Teller.inWordsOf(told, message));
    }

    private static String described(Place place) {
        if (place instanceof Place.After after) {
            return after.label();
        }
        return place instanceof Place.At at ? at.cell().toString() : "";
    }

    private static String example(Frequency every) {
        return switch (every) {
            case MONTH, MONTH_21ST -> "2018年6月";
            case QUARTER -> "2018年第2季度";
            case HALF -> "2018年上半年";
            case YEAR -> "2018年";
            case EVENT -> "2018年10月15日";
        };
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
