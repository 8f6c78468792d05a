package org.xianbao.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * PostgreSQL's binary form of {@code numeric}: digit count, weight, sign and display scale as 16-bit numbers, then
 * base-10000 digits (src/backend/utils/adt/numeric.c, numeric_recv).
 */
final class BinaryNumeric {
    /** Most bytes that {@link #write} can take. */
    static final int MOST = 8 + 2 * 8;

    private static final int NEGATIVE = 0x4000;
    private static final long[] POWERS = {1, 10, 100, 1000};

    private BinaryNumeric() {}

    /**
     * Writes {@code unscaled × 10^-scale} at {@code at} and returns how many bytes that took; the caller has made room
     * for {@link #MOST}. Values that do not fit a few 64-bit steps take the slow way.
     *
     * @param scale not negative
     */
    static int write(long unscaled, int scale, byte[] buffer, int at) {
        int padding = Math.floorMod(-scale, 4);
        long magnitude = Math.abs(unscaled);
        if (unscaled == Long.MIN_VALUE || scale > 16 || magnitude > Long.MAX_VALUE / POWERS[padding]) {
            byte[] slow = of(BigDecimal.valueOf(unscaled, scale));
            System.arraycopy(slow, 0, buffer, at, slow.length);
            return slow.length;
        }
        long rest = magnitude * POWERS[padding];
        int fractionDigits = (scale + padding) / 4;
        int weight = -1 - fractionDigits;
        int digits = 0;
        long copy = rest;
        while (copy != 0) {
            copy /= 10000;
            digits++;
        }
        weight += digits;
        int trailing = 0;
        while (rest != 0 && rest % 10000 == 0) {
            rest /= 10000;
            trailing++;
        }
        int kept = digits - trailing;
        put(buffer, at, kept);
        put(buffer, at + 2, kept == 0 ? 0 : weight);
        put(buffer, at + 4, unscaled < 0 ? NEGATIVE : 0);
        put(buffer, at + 6, scale);
        for (int i = kept - 1; i >= 0; i--) {
            put(buffer, at + 8 + 2 * i, (int) (rest % 10000));
            rest /= 10000;
        }
        return 8 + 2 * kept;
    }

    static byte[] of(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        BigInteger unscaled = value.setScale(scale).unscaledValue().abs();
        int padding = Math.floorMod(-scale, 4);
        unscaled = unscaled.multiply(BigInteger.valueOf(POWERS[padding]));
        BigInteger base = BigInteger.valueOf(10000);
        Deque<Integer> digits = new ArrayDeque<>();
        while (unscaled.signum() != 0) {
            BigInteger[] division = unscaled.divideAndRemainder(base);
            digits.push(division[1].intValueExact());
            unscaled = division[0];
        }
        int weight = digits.isEmpty() ? 0 : digits.size() - 1 - (scale + padding) / 4;
        ByteBuffer out = ByteBuffer.allocate(8 + 2 * digits.size());
        out.putShort((short) digits.size()).putShort((short) weight);
        out.putShort((short) (value.signum() < 0 ? NEGATIVE : 0)).putShort((short) scale);
        digits.forEach(d -> out.putShort(d.shortValue()));
        return out.array();
    }

    private static void put(byte[] buffer, int at, int value) {
        buffer[at] = (byte) (value >>> 8);
        buffer[at + 1] = (byte) value;
    }
}
