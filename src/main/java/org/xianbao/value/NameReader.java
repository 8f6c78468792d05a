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
