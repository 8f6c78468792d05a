package org.xianbao.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.CodeList;

/**
 * Entries of a code list, by code, title or alias, in this order. A spelling that two entries share is nobody's.
 */
final class CodeReader implements ValueReader {
    private static final int SHOWN = 8;
    private static final int LONGEST = 60;

    private final ByteKeys<byte[]> exact = new ByteKeys<>();
    private final Map<String, String> codes = new HashMap<>();
    private final CodeList list;
    private final String entries;

    CodeReader(CodeList list) {
        this.list = list;
        index(CodeReader::code);
        index(CodeReader::titles);
        index(entry -> entry.aliases().stream());
        entries = list.entries().stream()
                        .limit(SHOWN)
                        .map(entry -> entry.title().zh())
                        .collect(Collectors.joining(" / "))
                + (list.entries().size() > SHOWN ? " …" : "");
    }

    private interface Spellings {
        Stream<String> of(CodeList.Entry entry);
    }

    private static Stream<String> code(CodeList.Entry entry) {
        return Stream.of(entry.code());
    }

    private static Stream<String> titles(CodeList.Entry entry) {
        return Stream.of(entry.title().zh(), entry.title().en());
    }

    private void index(Spellings spellings) {
        Map<String, String> found = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (CodeList.Entry entry : list.entries()) {
            spellings.of(entry).forEach(spelling -> {
                String other = found.putIfAbsent(key(spelling), entry.code());
                if (other != null && !other.equals(entry.code())) {
                    shared.add(key(spelling));
                }
            });
        }
        found.keySet().removeAll(shared);
        found.forEach(codes::putIfAbsent);
        for (CodeList.Entry entry : list.entries()) {
            spellings
                    .of(entry)
                    .filter(s -> entry.code().equals(codes.get(key(s))))
                    .forEach(s -> exact.put(s, bytes(entry)));
        }
    }

    private static byte[] bytes(CodeList.Entry entry) {
        return entry.code().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String key(String spelling) {
        return PlainText.dense(spelling).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        if (cell.kind() != CellKind.TEXT && cell.kind() != CellKind.NUMBER) {
            return false;
        }
        byte[] code = exact.get(cell.bytes(), cell.start(), cell.end());
        if (code == null) {
            return false;
        }
        fields.text(code, 0, code.length);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String whole =
                cell.kind() == CellKind.NUMBER && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        String code = codes.get(key(whole));
        if (code == null) {
            String nearest = nearest(key(text));
            return new Refusal(
                    "not-in-list",
                    nearest == null ? entries : nearest + "? (" + entries + ")",
                    Map.of("nearest", nearest == null ? "" : nearest));
        }
        fields.text(code);
        return null;
    }

    /** The title that is closest to what was typed; null when none is close. */
    private @Nullable String nearest(String typed) {
        if (typed.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = Math.max(1, typed.length() / 2);
        for (CodeList.Entry entry : list.entries()) {
            for (String spelling : spellings(entry)) {
                int distance = LevenshteinDistance.getDefaultInstance().apply(typed, key(spelling));
                if (distance < least || (distance == least && best == null && typed.length() > 1)) {
                    least = distance;
                    best = entry.title().zh();
                }
            }
        }
        return best;
    }

    private static List<String> spellings(CodeList.Entry entry) {
        return Stream.concat(titles(entry), entry.aliases().stream()).toList();
    }
}
