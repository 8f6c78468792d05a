package org.xianbao.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/** Persons' names, of which only the mask is kept. Digits are no name: another column's content stands there. */
final class NameReader implements ValueReader {
    private static final int LONGEST = 50;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}·.' ()-]*");
    private static final Pattern DOT = Pattern.compile(" ?[•・‧∙⋅．。] ?");
    private static final Pattern SPACED = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");

    private static final int IDEOGRAPH = 3;

    private final ByteKeys<String> compound = new ByteKeys<>();
    private final byte[] shown = {0, 0, 0, '*', '*', '*'};

    NameReader() {
        Masks.compoundSurnames().forEach(surname -> compound.put(surname, surname));
    }

    /** Two to four ideographs with a surname of one. */
    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        byte[] b = cell.bytes();
        int start = cell.start();
        int letters = cell.length() / IDEOGRAPH;
        if (cell.kind() != CellKind.TEXT || cell.length() % IDEOGRAPH != 0 || letters < 2 || letters > 4) {
            return false;
        }
        for (int i = start; i < cell.end(); i += IDEOGRAPH) {
            if (!TextReader.ideograph(b, i, cell.end())) {
                return false;
            }
        }
        if (letters > 2 && compound.get(b, start, start + 2 * IDEOGRAPH) != null) {
            return false;
        }
        System.arraycopy(b, start, shown, 0, IDEOGRAPH);
        fields.text(shown, 0, IDEOGRAPH + letters - 1);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String dotted = DOT.matcher(text).replaceAll("·");
        String name = SPACED.matcher(PlainText.halfWidth(dotted)).replaceAll("");
        if (name.length() > LONGEST) {
            return Refusal.of("too-long", Integer.toString(LONGEST));
        }
        if (cell.kind() != CellKind.TEXT || !NAME.matcher(name).matches()) {
            return Refusal.of("not-a-name");
        }
        fields.text(Masks.name(name));
        return null;
    }
}
