package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;
import org.xianbao.reply.Reply;

/**
 * A reply to the roster, and a reply to that reply, in a JVM of its own: {@code rows columns-with-findings} (both may be left out). A column has a
 * thousand findings in detail, spread over all rows, which is what is kept of any one rule. Prints what it measured.
 */
final class ReplyRun {
    private static final int DETAILS = 1000;
    private static final int FIRST_ROW = 4;

    private ReplyRun() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Material.ROWS;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path folder = Path.of("target", "bench");
        Path original = folder.resolve("roster-" + rows + ".xlsx");
        if (!Files.exists(original)) {
            Files.createDirectories(folder);
            new Roster(0, 2, rows).write(original);
        }
        Path target = folder.resolve("reply-" + rows + ".xlsx");
        Reply reply = new Reply(DefinitionsLoader.load(Path.of("jobs")));
        Judged judged = judged(rows, columns);
        System.out.printf("%,d rows, %,d findings in detail%n", rows, columns * DETAILS);
        measure("reply", reply, judged, original, target);
        measure("reply to the reply", reply, judged, target, folder.resolve("reply-again-" + rows + ".xlsx"));
    }

    private static void measure(String what, Reply reply, Judged judged, Path original, Path target)
            throws IOException {
        Report report = new Report();
        Usage usage = Usage.begin();
        reply.write(original, judged, target);
        usage.end(report);
        System.out.printf(
                "%s: %.1f s, %.1f s CPU, heap after collection at most %d of %d MB, %,d bytes from %,d%n",
                what,
                report.get("wall.us") / 1e6,
                report.get("cpu.process.us") / 1e6,
                report.get("heap.after-gc") >> 20,
                report.get("heap.max") >> 20,
                Files.size(target),
                Files.size(original));
    }

    private static Judged judged(int rows, int columns) {
        List<Judged.Found> findings = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < DETAILS; i++) {
                int row = FIRST_ROW + (int) ((long) rows * i / DETAILS);
                findings.add(found(new CellAddress(row, column), column, rows));
            }
        }
        Judged.Return roster = new Judged.Return(
                1,
                "worker",
                new Bilingual("务工人员花名册", "Workers"),
                "务工人员",
                "112001",
                Roster.countyName(0),
                "2018-02",
                LocalDate.of(2018, 1, 1),
                "",
                rows,
                "returned",
                1,
                false,
                false,
                null);
        return new Judged("roster.xlsx", "", Instant.EPOCH, "read", List.of(roster), findings);
    }

    private static Judged.Found found(CellAddress cell, int column, int rows) {
        return new Judged.Found(
                1,
                Severity.REJECT,
                "not-a-number",
                "务工人员",
                cell.toString(),
                "column" + column,
                "若干",
                "12",
                new Bilingual("“若干”不是数字。请只填阿拉伯数字，例如：12", "not a number"),
                null,
                false,
                null,
                null,
                rows);
    }
}
