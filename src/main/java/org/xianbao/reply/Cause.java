package org.xianbao.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.judge.Judged;
import org.xianbao.reply.page.Mark;

/**
 * Findings that have one cause as far as one can tell: one rule on one column of one return.
 *
 * @param of the return; null when they concern the workbook
 * @param findings in detail; never empty
 * @param total how many there are, told in detail or not
 */
record Cause(Mark mark, Judged.@Nullable Return of, List<Judged.Found> findings, long total) {
    private record Key(
            long submission, String rule, @Nullable String column, Mark weight) {}

    /** All causes, worst first, of those the largest first. */
    static List<Cause> all(Judged judged) {
        Map<Key, List<Judged.Found>> groups = new LinkedHashMap<>();
        for (Judged.Found found : judged.findings()) {
            Key key = new Key(found.submission(), found.rule(), found.column(), Mark.of(found.severity(), false));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
        }
        return groups.values().stream()
                .map(group -> of(judged, group))
                .sorted(Comparator.comparing(Cause::mark)
                        .thenComparing(Cause::total)
                        .reversed())
                .toList();
    }

    private static Cause of(Judged judged, List<Judged.Found> findings) {
        Judged.Found first = findings.get(0);
        Mark mark = findings.stream()
                .map(f -> Mark.of(f.severity(), f.answered()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Cause(mark, judged.of(first), findings, Math.max(first.total(), findings.size()));
    }

    Judged.Found first() {
        return findings.get(0);
    }

    /** How many are not told in detail. */
    long untold() {
        return total - findings.size();
    }
}
