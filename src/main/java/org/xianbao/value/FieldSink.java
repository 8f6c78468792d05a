package org.xianbao.value;

import java.math.BigDecimal;
import org.xianbao.definition.Missing;

/**
 * Takes one row's fields in the order of {@code Column.stored()}. A converter writes every stored field of its column,
 * no more and no less, whatever the cell holds.
 */
public interface FieldSink {
    /** Nulls for all {@code fields} stored fields of the current column, and why. */
    void missing(Missing why, int fields);

    void integer(long value);

    /** {@code unscaled × 10^-scale}; {@code scale} may be negative. */
    void decimal(long unscaled, int scale);

    void decimal(BigDecimal value);

    /** Days since 1970-01-01. */
    void date(int epochDay);

    void flag(boolean value);

    /** UTF-8 bytes, {@code start} inclusive to {@code end} exclusive; copied. */
    void text(byte[] bytes, int start, int end);

    void text(String value);

    /** Binary content; copied. */
    void binary(byte[] bytes);

    /** A single null field. */
    void nothing();
}
