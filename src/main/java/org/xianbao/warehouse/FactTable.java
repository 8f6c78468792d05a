package org.xianbao.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Form;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.StoredField;

/**
 * The table {@code facts.<return>}: the columns of all layouts of a return, behind the system's own, whose names begin
 * with an underscore. A leaf a year; a leaf a month for monthly returns.
 */
public record FactTable(
        String returnName, boolean monthly, Map<String, StoredField> fields, Map<String, Column> columns) {

    /** The system's own columns, in order, before those of the definition. */
    static final List<StoredField> OWN = List.of(
            new StoredField("_submission", "int8"),
            new StoredField("_row", "int4"),
            new StoredField("_period", "date"));

    static final StoredField MISSING = new StoredField("_missing", "jsonb");

    /** @param layouts every layout of one return; not empty */
    public static FactTable of(List<ReturnDefinition> layouts) {
        Map<String, StoredField> fields = new LinkedHashMap<>();
        Map<String, Column> columns = new LinkedHashMap<>();
        for (ReturnDefinition layout : layouts) {
            if (layout.form().kind() == Form.Kind.GRID) {
                fields.put(Form.ITEM, new StoredField(Form.ITEM, "text"));
            }
            for (Column column : layout.columns()) {
                columns.put(column.name(), column);
                column.stored().forEach(f -> fields.put(f.name(), f));
            }
        }
        ReturnDefinition any = layouts.get(0);
        boolean monthly = any.every() == Frequency.MONTH || any.every() == Frequency.MONTH_21ST;
        return new FactTable(
                any.name(), monthly, Collections.unmodifiableMap(fields), Collections.unmodifiableMap(columns));
    }

    /** Whether a row is of a person, by a citizen ID. */
    boolean listsPersons() {
        return columns.values().stream().anyMatch(c -> c.type() == ColumnType.CITIZEN_ID);
    }

    public String name() {
        return "facts." + returnName;
    }

    /** The leaf that holds a period, named by the day its range begins. */
    String leaf(Period period) {
        LocalDate from = from(period);
        return name()
                + (monthly
                        ? String.format(Locale.ROOT, "_%04d_%02d", from.getYear(), from.getMonthValue())
                        : "_" + from.getYear());
    }

    /** First day of the leaf's range. */
    LocalDate from(Period period) {
        return monthly ? period.start().withDayOfMonth(1) : period.start().withDayOfYear(1);
    }

    /** First day after the leaf's range. */
    LocalDate to(Period period) {
        return monthly ? from(period).plusMonths(1) : from(period).plusYears(1);
    }

    /** The columns that COPY writes for a layout, in the order in which a row is written. */
    static List<StoredField> written(ReturnDefinition layout) {
        List<StoredField> written = new ArrayList<>(OWN);
        if (layout.form().kind() == Form.Kind.GRID) {
            written.add(new StoredField(Form.ITEM, "text"));
        }
        layout.columns().forEach(c -> written.addAll(c.stored()));
        written.add(MISSING);
        return written;
    }

    static String names(List<StoredField> fields) {
        return fields.stream().map(StoredField::name).collect(Collectors.joining(", "));
    }
}
