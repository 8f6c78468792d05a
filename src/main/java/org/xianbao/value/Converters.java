package org.xianbao.value;

import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;

/** Makes the converter of a column. Thread-safe; the converters are not: each belongs to one reader of one submission. */
public final class Converters {
    private final ConversionContext context;
    private final Marks marks;

    public Converters(ConversionContext context) {
        this.context = context;
        this.marks = new Marks(context.missing());
    }

    /**
     * The converter of a column.
     *
     * @throws IllegalArgumentException when the column names an unknown list, or units that do not convert
     */
    public Converter of(Column column) {
        return new ColumnConverter(column, marks, reader(column));
    }

    private ValueReader reader(Column column) {
        return switch (column.type()) {
            case TEXT -> new TextReader();
            case NAME -> new NameReader();
            case INTEGER, DECIMAL, AMOUNT, QUANTITY, PERCENT -> new NumberReader(column, context.grouping());
            case DATE -> new DateReader();
            case PERIOD -> Periods.reader(context.period().frequency());
            case YEAR -> new YearReader();
            case REGION -> new RegionReader(context.regions(), context.period().end(), context.county());
            case CODE -> new CodeReader(list(column));
            case FLAG -> new FlagReader();
            case CITIZEN_ID -> new CitizenIdReader(context.key());
            case CREDIT_CODE -> new CreditCodeReader();
            case PHONE -> new PhoneReader(context.key());
        };
    }

    private CodeList list(Column column) {
        CodeList list = column.list() == null ? null : context.lists().get(column.list());
        if (list == null) {
            throw new IllegalArgumentException("column " + column.name() + ": no list named " + column.list());
        }
        return list;
    }
}
