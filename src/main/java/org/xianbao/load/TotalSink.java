package org.xianbao.load;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.xianbao.definition.Missing;
import org.xianbao.value.FieldSink;

/** Takes the numbers of a total row and lets everything else go. */
final class TotalSink implements FieldSink {
    private final Consumer<BigDecimal> numbers;

    TotalSink(Consumer<BigDecimal> numbers) {
        this.numbers = numbers;
    }

    @Override
    public void integer(long value) {
        numbers.accept(BigDecimal.valueOf(value));
    }

    @Override
    public void decimal(long unscaled, int scale) {
        numbers.accept(BigDecimal.valueOf(unscaled, scale));
    }

    @Override
    public void decimal(BigDecimal value) {
        numbers.accept(value);
    }

    @Override
    public void missing(Missing why, int fields) {}

    @Override
    public void date(int epochDay) {}

    @Override
    public void flag(boolean value) {}

    @Override
    public void text(byte[] bytes, int start, int end) {}

    @Override
    public void text(String value) {}

    @Override
    public void binary(byte[] bytes) {}

    @Override
    public void nothing() {}
}
