package org.xianbao.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/** One telephone number: a mobile one of 11 digits, or a landline with its area code; +86 and separators do not count. */
final class PhoneReader implements ValueReader {
    private static final int MOBILE = 11;
    private static final String EXAMPLE = "13900000000 / 0352-6800000";
    private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|0(?:10|2\\d|[3-9]\\d{2})[1-9]\\d{6,7}");
    private static final Pattern WITHOUT_AREA = Pattern.compile("[2-8]\\d{6,7}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ()–—-]");
    private static final Pattern NATION = Pattern.compile("^(?:\\+|00)86(?=[01])|^86(?=1[3-9]\\d{9}$)");

    private final PersonalKey key;
    private final byte[] shown = new byte[MOBILE];

    PhoneReader(PersonalKey key) {
        this.key = key;
    }

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        boolean candidate = (cell.kind() == CellKind.TEXT || cell.kind() == CellKind.NUMBER) && cell.length() == MOBILE;
        byte[] b = cell.bytes();
        int start = cell.start();
        if (!candidate || b[start] != '1' || b[start + 1] < '3') {
            return false;
        }
        for (int i = 0; i < MOBILE; i++) {
            byte c = b[start + i];
            if (c < '0' || c > '9') {
                return false;
            }
            shown[i] = i < 3 || i >= MOBILE - 2 ? c : (byte) '*';
        }
        fields.binary(key.hash(b, start, cell.end()));
        fields.text(shown, 0, MOBILE);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String digits = SEPARATORS.matcher(PlainText.halfWidth(text)).replaceAll("");
        if (cell.kind() == CellKind.NUMBER && !TextReader.lost(text)) {
            digits = new BigDecimal(text).signum() == 0
                    ? "0"
                    : new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        digits = NATION.matcher(digits).replaceFirst("");
        boolean kind = cell.kind() == CellKind.TEXT || cell.kind() == CellKind.NUMBER;
        if (!kind || !NUMBER.matcher(digits).matches()) {
            boolean local = kind && WITHOUT_AREA.matcher(digits).matches();
            return Refusal.of(local ? "phone-area-code" : "not-a-phone", EXAMPLE);
        }
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        fields.binary(key.hash(bytes, 0, bytes.length));
        fields.text(Masks.middle(digits, 3, 2));
        return null;
    }
}
