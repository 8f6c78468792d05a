package org.xianbao.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that an indicator reads, and what for.
 *
 * @param column by its name; {@link Form#ITEM} for the label that makes a row of a grid
 */
public record Reads(String column, Set<Purpose> purposes) {

    /** The part of an indicator's definition that reads it. */
    public enum Purpose {
        VALUE,
        DENOMINATOR,
        QUALIFIER,
        MEMBER,
        WHERE,
        REGION,
        SOURCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its cells make the figure, and do not only choose the rows. */
    public boolean measured() {
        return purposes.stream().anyMatch(p -> p.compareTo(Purpose.WHERE) < 0);
    }

    /** What an indicator reads on one layout of its return, measured columns first; a bare {@code count(*)} reads none. */
    public static List<Reads> of(Indicator indicator, ReturnDefinition layout) {
        Map<String, Set<Purpose>> read = new LinkedHashMap<>();
        add(read, layout, indicator.value(), Purpose.VALUE);
        add(read, layout, indicator.denominator(), Purpose.DENOMINATOR);
        add(read, layout, indicator.qualifier(), Purpose.QUALIFIER);
        add(read, layout, indicator.member(), Purpose.MEMBER);
        add(read, layout, indicator.where(), Purpose.WHERE);
        add(read, layout, indicator.region(), Purpose.REGION);
        add(read, layout, indicator.source(), Purpose.SOURCE);
        List<Reads> all = new ArrayList<>();
        read.forEach((column, purposes) -> all.add(new Reads(column, purposes)));
        return List.copyOf(all);
    }

    private static void add(
            Map<String, Set<Purpose>> read, ReturnDefinition layout, @Nullable String sql, Purpose purpose) {
        if (sql == null) {
            return;
        }
        SqlText text = new SqlText(sql);
        Set<String> fields = text.fields(layout.columns());
        for (Column column : layout.columns()) {
            if (column.stored().stream().anyMatch(f -> fields.contains(f.name()))) {
                read.computeIfAbsent(column.name(), c -> EnumSet.noneOf(Purpose.class))
                        .add(purpose);
            }
        }
        if (layout.form().kind() == Form.Kind.GRID
                && !text.words(Set.of(Form.ITEM)).isEmpty()) {
            read.computeIfAbsent(Form.ITEM, c -> EnumSet.noneOf(Purpose.class)).add(purpose);
        }
    }
}
