package org.xianbao.value;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Missing;

/** What a form's missing marks mean. */
final class Marks {
    private final Map<String, Missing> byText = new LinkedHashMap<>();
    private final ByteKeys<Missing> byBytes = new ByteKeys<>();
    private final Missing blank;
    private final Refusal unknown;

    Marks(Map<String, Missing> declared) {
        declared.forEach((mark, meaning) -> {
            if (!mark.isEmpty()) {
                byText.put(PlainText.dense(mark), meaning);
                byBytes.put(mark, meaning);
            }
        });
        blank = declared.getOrDefault("", Missing.UNKNOWN);
        String known = declared.keySet().stream()
                .filter(mark -> !mark.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        unknown = Refusal.of("unknown-mark", (known + " （空白）").strip());
    }

    Missing blank() {
        return blank;
    }

    /** The meaning of a mark that is spelled just as it was declared; null for any other cell. */
    @Nullable
    Missing quick(Slice cell) {
        return byText.isEmpty() || (cell.kind() != CellKind.TEXT && cell.kind() != CellKind.NUMBER)
                ? null
                : byBytes.get(cell.bytes(), cell.start(), cell.end());
    }

    /** The meaning of a mark, whatever its width and spaces; null when it is none. */
    @Nullable
    Missing find(String trimmed) {
        if (byText.isEmpty() || trimmed.length() > 40) {
            return null;
        }
        Missing found = byText.get(PlainText.dense(trimmed));
        return found != null || !trimmed.endsWith(".0") ? found : wholeNumber(trimmed);
    }

    private @Nullable Missing wholeNumber(String text) {
        try {
            return byText.get(new BigDecimal(text).toBigIntegerExact().toString());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    Refusal unknown() {
        return unknown;
    }
}
