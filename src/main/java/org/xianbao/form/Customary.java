package org.xianbao.form;

import java.util.Set;
import org.xianbao.definition.Form;

/** Headings, normalised, that forms carry without declaring them: what numbers the rows, units and codes. */
public final class Customary {
    static final Set<String> UNITS = Set.of("单位", "计量单位");
    static final Set<String> CODES = Set.of("编号", "代码", "指标代码", "序号", "行次", "行号");
    private static final Set<String> SEQUENCE = Set.of("序号", "行次", "顺序号", "no", "no.", "№");

    private Customary() {}

    /** Whether a column under this heading only numbers the rows. */
    static boolean sequence(Heading heading) {
        return SEQUENCE.contains(heading.innermost());
    }

    /** Whether a column under this heading, as printed, only numbers the rows. */
    public static boolean sequence(String innermost) {
        return SEQUENCE.contains(Wording.of(innermost));
    }

    /** Whether such a heading is no surprise on a form of this kind. */
    static boolean on(Form.Kind kind, Heading heading) {
        String text = heading.innermost();
        return sequence(heading) || (kind != Form.Kind.ROSTER && (UNITS.contains(text) || CODES.contains(text)));
    }
}
