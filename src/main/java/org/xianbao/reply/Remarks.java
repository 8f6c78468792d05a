package org.xianbao.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.judge.Judged;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Remark;

/** What is said at the cells themselves. */
final class Remarks {
    private final Judged judged;
    private final Names names;

    private Remarks(Judged judged, Names names) {
        this.judged = judged;
        this.names = names;
    }

    /** By the name of the sheet, in the order of cells; findings without a cell are not among them. */
    static Map<String, List<Remark>> of(Judged judged, Names names) {
        return new Remarks(judged, names).all();
    }

    private Map<String, List<Remark>> all() {
        Map<String, TreeMap<CellAddress, List<Judged.Found>>> cells = new LinkedHashMap<>();
        for (Judged.Found found : judged.findings()) {
            Optional<CellAddress> cell = Optional.ofNullable(found.cell()).flatMap(CellAddress::parse);
            if (found.sheet() != null && cell.isPresent()) {
                cells.computeIfAbsent(found.sheet(), s -> new TreeMap<>())
                        .computeIfAbsent(cell.get(), c -> new ArrayList<>())
                        .add(found);
            }
        }
        Map<String, List<Remark>> remarks = new LinkedHashMap<>();
        cells.forEach((sheet, all) -> remarks.put(
                sheet,
                all.entrySet().stream()
                        .map(e -> remark(e.getKey(), e.getValue()))
                        .toList()));
        return remarks;
    }

    private Remark remark(CellAddress cell, List<Judged.Found> findings) {
        List<Judged.Found> worstFirst = findings.stream()
                .sorted(Comparator.comparing(Remarks::mark).reversed())
                .toList();
        return new Remark(
                cell,
                mark(worstFirst.get(0)),
                worstFirst.stream().map(this::section).toList());
    }

    private static Mark mark(Judged.Found found) {
        return Mark.of(found.severity(), found.answered());
    }

    private Remark.Section section(Judged.Found found) {
        Judged.Return of = judged.of(found);
        String text = found.text().zh();
        List<String> lines = new ArrayList<>();
        lines.add(text);
        line("said.found", text, found.reported(), lines);
        line("said.expected", text, names.expected(of, found), lines);
        Bilingual hint = found.hint();
        line("said.hint", "", hint == null ? null : hint.zh(), lines);
        lines.add(Wording.of("said.action", Map.of("text", Wording.action(found, names.kind(of, found)))));
        String heading = mark(found).sign() + " " + Wording.severity(found.severity());
        return new Remark.Section(found.answered() ? heading + Wording.of("said.answered") : heading, lines);
    }

    /** A line, unless the text says it already. */
    private static void line(String key, String text, @Nullable String value, List<String> lines) {
        if (value != null && !value.isBlank() && !text.contains("“" + value + "”") && !text.contains("：" + value)) {
            lines.add(Wording.of(key, Map.of("text", value)));
        }
    }
}
