package org.xianbao.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;

/** How wide a column's cells are, how they look, and what is written into them beforehand. */
final class Fields {
    private static final int LONGEST_HEADING = 12;
    private static final int LONGEST_CODE = 24;

    private final Map<String, CodeList> lists;

    Fields(Map<String, CodeList> lists) {
        this.lists = lists;
    }

    /** In half-width characters: what its values take, and its heading, which may be broken. */
    int width(Column column, String heading) {
        int words = Words.width(heading);
        return Math.max(content(column), words <= LONGEST_HEADING ? words + 2 : words / 2 + 3);
    }

    private int content(Column column) {
        return switch (column.type()) {
            case TEXT -> 20;
            case NAME, PERCENT -> 10;
            case INTEGER, YEAR, FLAG -> 9;
            case DECIMAL, AMOUNT, QUANTITY, DATE -> 12;
            case PERIOD, REGION -> 14;
            case CODE -> Math.min(longest(column), LONGEST_CODE) + 2;
            case CITIZEN_ID, CREDIT_CODE -> 21;
            case PHONE -> 15;
        };
    }

    private int longest(Column column) {
        return list(column).map(CodeList::entries).stream()
                .flatMap(List::stream)
                .mapToInt(e -> Words.width(e.title().zh()))
                .max()
                .orElse(10);
    }

    Optional<CodeList> list(Column column) {
        return Optional.ofNullable(column.list()).map(lists::get);
    }

    /** The unit that the form reports in; null when it has none. */
    static @Nullable String unit(Column column) {
        return column.reported() != null ? column.reported() : column.unit();
    }

    /** To be filled in. */
    static Look look(Look.Part part, Column column) {
        return new Look(part, format(column.type()), align(column.type()), true);
    }

    private static String format(ColumnType type) {
        return switch (type) {
            case TEXT, NAME, CITIZEN_ID, CREDIT_CODE, PHONE, PERIOD -> Look.TEXT;
            case DATE -> "yyyy-mm-dd";
            default -> Look.GENERAL;
        };
    }

    private static HorizontalAlignment align(ColumnType type) {
        return switch (type) {
            case TEXT, REGION -> HorizontalAlignment.LEFT;
            case INTEGER, DECIMAL, AMOUNT, QUANTITY, PERCENT -> HorizontalAlignment.RIGHT;
            default -> HorizontalAlignment.CENTER;
        };
    }

    /** @param value as in {@link PreviousRow}; null leaves the cell as it is */
    static void fill(XSSFCell cell, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }
}
