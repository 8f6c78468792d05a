package org.xianbao.lineage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Missing;
import org.xianbao.definition.StoredField;
import org.xianbao.value.FieldSink;

/** The stored fields of one column of one row, read again from a cell or taken from the facts, to be compared. */
final class StoredFields implements FieldSink {
    private final List<@Nullable Object> fields = new ArrayList<>();

    /** What the facts hold, from this 1-based column of the result on. */
    static StoredFields of(ResultSet row, int from, Column column) throws SQLException {
        StoredFields stored = new StoredFields();
        int at = from;
        for (StoredField field : column.stored()) {
            stored.fields.add(
                    switch (field.type()) {
                        case "int8" -> row.getBigDecimal(at);
                        case "numeric" -> row.getBigDecimal(at);
                        case "date" -> row.getObject(at, LocalDate.class);
                        case "bool" -> row.getObject(at, Boolean.class);
                        case "bytea" -> row.getBytes(at);
                        default -> row.getString(at);
                    });
            at++;
        }
        return stored;
    }

    /** The field as a person reads it; null when there is none. */
    @Nullable
    String text(int field) {
        Object value = fields.get(field);
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value == null || value instanceof byte[] ? null : value.toString();
    }

    boolean same(StoredFields other) {
        if (fields.size() != other.fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!same(fields.get(i), other.fields.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof byte[] a && other instanceof byte[] b) {
            return Arrays.equals(a, b);
        }
        return Objects.equals(one, other);
    }

    @Override
    public void missing(Missing why, int count) {
        for (int i = 0; i < count; i++) {
            fields.add(null);
        }
    }

    @Override
    public void integer(long value) {
        fields.add(BigDecimal.valueOf(value));
    }

    @Override
    public void decimal(long unscaled, int scale) {
        fields.add(BigDecimal.valueOf(unscaled, scale));
    }

    @Override
    public void decimal(BigDecimal value) {
        fields.add(value);
    }

    @Override
    public void date(int epochDay) {
        fields.add(LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void flag(boolean value) {
        fields.add(value);
    }

    @Override
    public void text(byte[] bytes, int start, int end) {
        fields.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    @Override
    public void text(String value) {
        fields.add(value);
    }

    @Override
    public void binary(byte[] bytes) {
        fields.add(bytes.clone());
    }

    @Override
    public void nothing() {
        fields.add(null);
    }
}
