package org.xianbao.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * Citizens' numbers (GB 11643). The 15 digits of before 1999 become 18, so that one person has one hash. Neither the
 * place nor the person is looked up: the first six digits are where the number was first issued.
 *
 * <p>Shown are the place and the last two characters: more, with the year of birth and the check character, would leave
 * few numbers to try.
 */
final class CitizenIdReader implements ValueReader {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int AREA = 6;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] CHECKS = "10X98765432".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MALE = "男".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FEMALE = "女".getBytes(StandardCharsets.UTF_8);
    private static final String EXAMPLE = "18";
    private static final Pattern DIGITS = Pattern.compile("\\d{17}[\\dX]|\\d{15}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

    private final PersonalKey key;
    private final byte[] id = new byte[LENGTH];
    private final byte[] shown = new byte[LENGTH];

    CitizenIdReader(PersonalKey key) {
        this.key = key;
    }

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        if (cell.kind() != CellKind.TEXT || cell.length() != LENGTH) {
            return false;
        }
        System.arraycopy(cell.bytes(), cell.start(), id, 0, LENGTH);
        if (id[LENGTH - 1] == 'x') {
            id[LENGTH - 1] = 'X';
        }
        int remainder = remainder();
        if (remainder < 0 || CHECKS[remainder] != id[LENGTH - 1] || !born()) {
            return false;
        }
        write(fields);
        return true;
    }

    /** The weighted sum modulo 11; -1 when the first 17 are not all digits. */
    private int remainder() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = id[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            sum += digit * WEIGHTS[i];
        }
        return sum % 11;
    }

    private boolean born() {
        int year = Dates.number(id, 6, 10);
        return year >= 1800 && Dates.exists(year, Dates.number(id, 10, 12), Dates.number(id, 12, 14));
    }

    private void write(FieldSink fields) {
        fields.binary(key.hash(id, 0, LENGTH));
        for (int i = 0; i < LENGTH; i++) {
            shown[i] = i < AREA || i >= LENGTH - 2 ? id[i] : (byte) '*';
        }
        fields.text(shown, 0, LENGTH);
        fields.text(id, 0, AREA);
        fields.integer(Dates.number(id, 6, 10));
        byte[] sex = (id[16] - '0') % 2 == 1 ? MALE : FEMALE;
        fields.text(sex, 0, sex.length);
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String plain = PlainText.dense(text).toUpperCase(java.util.Locale.ROOT);
        switch (cell.kind()) {
            case TEXT -> {
                if (SCIENTIFIC.matcher(plain).matches()) {
                    return Refusal.of("digits-lost", EXAMPLE);
                }
            }
            case NUMBER -> {
                if (TextReader.lost(plain)) {
                    return Refusal.of("digits-lost", EXAMPLE);
                }
                BigDecimal number = new BigDecimal(plain);
                plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            }
            default -> {
                return Refusal.of("not-an-id", EXAMPLE);
            }
        }
        return DIGITS.matcher(plain).matches() ? checked(plain, fields) : Refusal.of("not-an-id", EXAMPLE);
    }

    private @Nullable Refusal checked(String number, FieldSink fields) {
        boolean old = number.length() == OLD_LENGTH;
        String digits = old ? number.substring(0, AREA) + "19" + number.substring(AREA) : number;
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, id, 0, bytes.length);
        byte check = CHECKS[remainder()];
        if (!born()) {
            return Refusal.of("id-birth", EXAMPLE);
        }
        if (old) {
            id[LENGTH - 1] = check;
        } else if (id[LENGTH - 1] != check) {
            return Refusal.of("id-checksum", EXAMPLE);
        }
        write(fields);
        return null;
    }
}
