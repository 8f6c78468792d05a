package org.xianbao.reply;

import java.util.Map;
import org.xianbao.judge.Judged;

/** A file that nothing could be read of, and what its sender can do. */
final class Refused {
    private Refused() {}

    /** Whether there is nothing to mark; a workbook without a known return can be marked. */
    static boolean is(Judged judged) {
        return judged.returns().isEmpty()
                && judged.findings().stream()
                        .anyMatch(f -> f.rule().startsWith("refusal.")
                                || f.rule().equals("workbook-broken")
                                || f.rule().equals("reader-failed"));
    }

    /** Step by step. */
    static String steps(Judged judged) {
        return judged.findings().stream()
                .map(f -> Wording.first(Map.of(), "steps." + f.rule(), "steps.refused"))
                .findFirst()
                .orElseGet(() -> Wording.of("steps.refused"));
    }
}
