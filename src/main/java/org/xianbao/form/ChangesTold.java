package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.finding.Messages;

/** Tells what changed between two editions of a form, in one sentence, each part with its place on the sheet at hand. */
final class ChangesTold {
    /** More changes are counted, not told. */
    private static final int MOST = 12;

    private final Map<FormPart, CellAddress> places = new HashMap<>();

    /** @param printed the edition that the sheet is printed by */
    ChangesTold(Head head, Fit printed) {
        List<FormPart> parts = FormPart.of(printed.definition());
        List<FormPart> items = PrintedItems.parts(parts);
        PrintedItems.of(head, printed).found().forEach((item, cell) -> places.put(items.get(item), cell));
        Map<String, Target> targets =
                printed.found().keySet().stream().collect(Collectors.toMap(Target::declared, t -> t, (a, b) -> a));
        for (FormPart part : parts) {
            Target target = targets.get(part.text());
            if (part.sort() == FormPart.Sort.HEADING && target != null) {
                place(part, Objects.requireNonNull(printed.found().get(target)).get(0));
            }
        }
    }

    private void place(FormPart part, Heading heading) {
        places.put(part, heading.cell());
        FormPart group = part.group();
        int at = heading.cells().size() - 2;
        if (group != null && at >= 0) {
            places.put(group, heading.cells().get(at).cell());
        }
    }

    String tell(List<FormChange> changes, Locale locale) {
        String told = changes.stream()
                .limit(MOST)
                .map(change -> tell(change, locale))
                .collect(Collectors.joining(Locale.CHINESE.equals(locale) ? "；" : "; "));
        int more = changes.size() - MOST;
        return more <= 0 ? told : told + text("changes-more", locale, Map.of("count", String.valueOf(more)));
    }

    private String tell(FormChange change, Locale locale) {
        Map<String, String> values = new HashMap<>();
        name(values, "earlier", change.earlier(), locale);
        name(values, "later", change.later(), locale);
        FormPart before = change.before();
        values.put("before", before == null ? "" : before.text());
        boolean placed = values.putIfAbsent("place", "") != null;
        return text(key(change, placed), locale, values);
    }

    private static String key(FormChange change, boolean placed) {
        boolean behind = change.before() != null;
        return switch (change.kind()) {
            case ADDED -> placed ? "change-added" : added(change);
            case DROPPED -> "change-dropped";
            case RENAMED -> "change-renamed";
            case MOVED -> behind ? "change-moved" : "change-moved-first";
            case UNIT -> "change-unit";
        };
    }

    /** Of what does not stand on the sheet: where it should. */
    private static String added(FormChange change) {
        if (Objects.requireNonNull(change.later()).sort() == FormPart.Sort.LABEL) {
            return "change-added-above";
        }
        return change.before() == null ? "change-added" : "change-added-behind";
    }

    private void name(Map<String, String> values, String as, @Nullable FormPart part, Locale locale) {
        if (part == null) {
            return;
        }
        values.put(as, part.text());
        values.put(as + "_unit", part.unit() == null ? "" : part.unit());
        CellAddress cell = places.get(part);
        if (cell != null) {
            values.put("place", text("change-place", locale, Map.of("cell", cell.toString())));
        }
    }

    private static String text(String key, Locale locale, Map<String, String> values) {
        return Messages.fill(Messages.text(key, locale).orElse(key), values);
    }
}
