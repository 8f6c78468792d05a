package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.ColumnType;

/** Puts mends into words, with figures as they stand on the form. */
final class Wording {
    private static final int TEN_THOUSAND = 4;

    private final Excerpt excerpt;
    private final Notation notation;

    Wording(Excerpt excerpt) {
        this.excerpt = excerpt;
        this.notation = new Notation(excerpt.layout());
    }

    /** One hint for mends of equal standing. */
    Hint hint(List<Mend> mends) {
        List<Spot> spots = mends.size() > 1
                ? List.of()
                : mends.get(0).changes().stream().map(Change::spot).toList();
        return new Hint(Hint.likely(mends.stream().map(m -> mend(m.changes())).toList()), spots);
    }

    private Bilingual mend(List<Change> changes) {
        if (changes.size() > 1 && changes.stream().allMatch(c -> c.slip() == Slip.SWAPPED)) {
            return swapped(changes.get(0), changes.get(1));
        }
        List<Bilingual> texts =
                changes.stream().sorted(this::inOrder).map(this::change).toList();
        Bilingual and = Hint.text("and", Map.of());
        return new Bilingual(
                texts.stream().map(Bilingual::zh).collect(Collectors.joining(and.zh())),
                texts.stream().map(Bilingual::en).collect(Collectors.joining(and.en())));
    }

    private int inOrder(Change a, Change b) {
        return Comparator.<CellAddress>naturalOrder()
                .compare(
                        excerpt.cell(a.spot()).orElseThrow(),
                        excerpt.cell(b.spot()).orElseThrow());
    }

    private Bilingual swapped(Change a, Change b) {
        return Hint.text(
                "swapped",
                Map.of(
                        "a", cell(a.spot()),
                        "b", cell(b.spot()),
                        "at_a", shown(a.spot(), a.to()),
                        "at_b", shown(b.spot(), b.to())));
    }

    private Bilingual change(Change change) {
        Spot spot = change.spot();
        BigDecimal from = change.from();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("cell", cell(spot));
        values.put("to", shown(spot, change.to()));
        if (from == null) {
            return Hint.text("blank", values);
        }
        values.put("from", shown(spot, from));
        Bilingual why = why(change, from);
        Map<String, String> zh = new LinkedHashMap<>(values);
        zh.put("why", why.zh());
        values.put("why", why.en());
        return new Bilingual(
                Hint.text("change", zh).zh(), Hint.text("change", values).en());
    }

    private Bilingual why(Change change, BigDecimal from) {
        int exponent = Slips.exponent(change.to(), from);
        BigDecimal before = excerpt.before(change.spot());
        return switch (change.slip()) {
            case TOO_LARGE, TOO_SMALL -> magnitude(change.spot().column(), exponent);
            case ONE_DIGIT, NONE ->
                before == null
                        ? Hint.text("why." + change.slip().key(), Map.of())
                        : Hint.text("why.before", Map.of("before", shown(change.spot(), before)));
            default -> Hint.text("why." + change.slip().key(), Map.of());
        };
    }

    /** How far off a figure is: by which unit, where a unit explains it. */
    Bilingual magnitude(String column, int exponent) {
        String unit = notation.unit(column);
        Map<String, String> values = Map.of(
                "times",
                BigDecimal.TEN.pow(Math.abs(exponent)).toPlainString(),
                "unit",
                unit,
                "base",
                unit.replaceFirst("^万", ""));
        boolean inTenThousands = unit.startsWith("万") && unit.length() > 1;
        if (exponent == TEN_THOUSAND && inTenThousands) {
            return Hint.text("why.base-unit", values);
        }
        if (exponent == -TEN_THOUSAND && !unit.isEmpty() && !inTenThousands) {
            return Hint.text("why.ten-thousands", values);
        }
        return Hint.text(exponent > 0 ? "why.too-large" : "why.too-small", values);
    }

    private String shown(Spot spot, BigDecimal stored) {
        boolean percent = excerpt.layout()
                .column(spot.column())
                .filter(c -> c.type() == ColumnType.PERCENT)
                .isPresent();
        return notation.written(spot.column(), stored).toPlainString() + (percent ? "%" : "");
    }

    private String cell(Spot spot) {
        return excerpt.cell(spot).map(CellAddress::toString).orElse(spot.column());
    }
}
