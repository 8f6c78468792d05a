package org.xianbao.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/** Unified social credit codes (GB 32100): 18 of 31 symbols, weights 3^(i-1) mod 31, the last one checks the others. */
final class CreditCodeReader implements ValueReader {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CODE = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");
    private static final String EXAMPLE = "18";

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String code = PlainText.dense(text).toUpperCase(Locale.ROOT);
        boolean lost = cell.kind() == CellKind.NUMBER
                ? TextReader.lost(code)
                : SCIENTIFIC.matcher(code).matches();
        if (lost) {
            return Refusal.of("digits-lost", EXAMPLE);
        }
        if (cell.kind() != CellKind.TEXT || !CODE.matcher(code).matches()) {
            return Refusal.of("not-a-credit-code", EXAMPLE);
        }
        if (code.charAt(17) != check(code)) {
            return Refusal.of("credit-code-checksum", EXAMPLE);
        }
        fields.text(code);
        return null;
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += SYMBOLS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return SYMBOLS.charAt((31 - sum % 31) % 31);
    }
}
