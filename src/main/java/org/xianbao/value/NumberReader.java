package org.xianbao.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Unit;

/**
 * Numbers. What a spreadsheet computed is taken to the 15 significant digits that spreadsheets keep and show; whole
 * numbers with more digits than that have lost some and are refused.
 */
final class NumberReader implements ValueReader {
    private static final int KEPT_DIGITS = 15;
    private static final BigDecimal LOST = BigDecimal.TEN.pow(KEPT_DIGITS);
    private static final MathContext KEPT = new MathContext(KEPT_DIGITS, RoundingMode.HALF_UP);
    private static final int LONGEST = 60;
    private static final int PERCENT_EXPONENT = 2;
    private static final byte[] EXACT = {'='};

    private final boolean integer;
    private final boolean percent;
    private final boolean qualified;
    private final @Nullable String reported;
    private final @Nullable String stored;
    private final int exponent;
    private final Grouping grouping;
    private final String example;

    /** @throws IllegalArgumentException when the column's units do not convert */
    NumberReader(Column column, Grouping grouping) {
        integer = column.type() == ColumnType.INTEGER;
        qualified = column.qualified();
        String unit = column.unit();
        reported = column.reported() == null ? unit : column.reported();
        stored = unit == null ? reported : unit;
        percent = column.type() == ColumnType.PERCENT || "%".equals(reported);
        exponent = exponent(column, reported, stored);
        this.grouping = grouping;
        example =
                (integer ? "1234" : percent ? "39.9" : "1234.5") + (reported == null || percent ? "" : " " + reported);
    }

    private static int exponent(Column column, @Nullable String from, @Nullable String to) {
        if (from == null || to == null || from.equals(to)) {
            return 0;
        }
        return Unit.conversion(from, to)
                .orElseThrow(() -> new IllegalArgumentException(
                        "column " + column.name() + ": " + from + " does not convert to " + to));
    }

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        int shift = exponent;
        switch (cell.kind()) {
            case NUMBER, TEXT -> {}
            case PERCENT -> {
                if (!percent) {
                    return false;
                }
                shift += PERCENT_EXPONENT;
            }
            default -> {
                return false;
            }
        }
        return digits(cell.bytes(), cell.start(), cell.end(), shift, fields);
    }

    private boolean digits(byte[] bytes, int start, int end, int shift, FieldSink fields) {
        int first = start < end && bytes[start] == '-' ? start + 1 : start;
        if (first == end || end - first > KEPT_DIGITS + 1 || bytes[first] == '.' || bytes[end - 1] == '.') {
            return false;
        }
        long value = 0;
        int point = -1;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                return false;
            }
        }
        int digits = end - first - (point < 0 ? 0 : 1);
        if (digits > KEPT_DIGITS || (integer && (point >= 0 || shift != 0))) {
            return false;
        }
        value = first > start ? -value : value;
        if (integer) {
            fields.integer(value);
        } else {
            fields.decimal(value, (point < 0 ? 0 : end - 1 - point) - shift);
        }
        qualify(fields);
        return true;
    }

    private void qualify(FieldSink fields) {
        if (qualified) {
            fields.text(EXACT, 0, 1);
        }
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        return switch (cell.kind()) {
            case NUMBER -> computed(text, exponent, fields);
            case PERCENT ->
                percent
                        ? computed(text, exponent + PERCENT_EXPONENT, fields)
                        : new Refusal("unit-mismatch", example, Map.of("unit", "%"));
            case TEXT -> typed(text, fields);
            default -> notANumber();
        };
    }

    private @Nullable Refusal computed(String text, int shift, FieldSink fields) {
        BigDecimal value = decimal(text);
        if (value == null) {
            return notANumber();
        }
        if (value.abs().compareTo(LOST) >= 0) {
            return Refusal.of("digits-lost", example);
        }
        BigDecimal kept = value.precision() > KEPT_DIGITS ? value.round(KEPT).stripTrailingZeros() : value;
        return write(kept, shift, "=", fields);
    }

    /** A cell's stored number; null when it is none, or smaller or larger than a spreadsheet can store. */
    static @Nullable BigDecimal decimal(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > 400 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The fraction as the sheet shows it: {@code 39.9%} for {@code 0.399}. */
    static String percent(String fraction) {
        BigDecimal value = decimal(fraction);
        return value == null
                ? fraction
                : value.movePointRight(PERCENT_EXPONENT)
                                .round(KEPT)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
    }

    private @Nullable Refusal typed(String text, FieldSink fields) {
        TypedNumber number = TypedNumber.parse(PlainText.halfWidth(text), grouping);
        String refused = number.refused();
        if (refused != null) {
            return Refusal.of(refused, example);
        }
        OptionalInt shift = shift(number.unit());
        if (shift.isEmpty()) {
            return new Refusal("unit-mismatch", example, Map.of("unit", number.unit()));
        }
        return number.qualifier().equals("=") || qualified
                ? write(number.value(), shift.getAsInt(), number.qualifier(), fields)
                : Refusal.of("qualifier-not-allowed", example);
    }

    /** The power of ten from a number in the unit that the cell names to the stored one; empty when it is another unit. */
    private OptionalInt shift(String named) {
        if (named.isEmpty() || named.equals(reported) || (percent && named.equals("%"))) {
            return OptionalInt.of(exponent);
        }
        OptionalInt multiplier = Unit.multiplier(named);
        if (multiplier.isPresent()) {
            // 1.2万 in a column of 万元 may mean 1.2 or 12000 of it
            boolean plain = !percent
                    && (reported == null
                            || Unit.parse(reported).map(Unit::exponent).orElse(0) == 0);
            return plain ? OptionalInt.of(multiplier.getAsInt() + exponent) : OptionalInt.empty();
        }
        return stored == null ? OptionalInt.empty() : Unit.conversion(named, stored);
    }

    private @Nullable Refusal write(BigDecimal value, int shift, String qualifier, FieldSink fields) {
        BigDecimal converted = value.scaleByPowerOfTen(shift);
        if (integer) {
            Refusal refusal = whole(converted, fields);
            if (refusal != null) {
                return refusal;
            }
        } else {
            decimal(converted, fields);
        }
        if (qualified) {
            fields.text(qualifier);
        }
        return null;
    }

    private @Nullable Refusal whole(BigDecimal value, FieldSink fields) {
        if (value.stripTrailingZeros().scale() > 0) {
            return Refusal.of("not-whole", example);
        }
        BigInteger integral = value.toBigInteger();
        if (integral.bitLength() > 63) {
            return Refusal.of("too-large", example);
        }
        fields.integer(integral.longValue());
        return null;
    }

    private static void decimal(BigDecimal value, FieldSink fields) {
        if (value.signum() == 0) {
            fields.decimal(0, 0);
        } else if (value.precision() <= 18) {
            fields.decimal(value.unscaledValue().longValue(), value.scale());
        } else {
            fields.decimal(value);
        }
    }

    private Refusal notANumber() {
        return Refusal.of("not-a-number", example);
    }
}
