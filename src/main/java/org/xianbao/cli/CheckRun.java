package org.xianbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xianbao.database.Home;
import org.xianbao.definition.Definitions;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.load.Fault;
import org.xianbao.reply.ReplyFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code check} is asked, and how it is answered. */
final class CheckRun {
    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
    Path[] files = {};

    @Option(names = "--format", defaultValue = "table", paramLabel = "table|json")
    Answer format = Answer.TABLE;

    @Option(names = "--all")
    boolean all;

    @ArgGroup
    @Nullable
    Where where;

    enum Answer {
        TABLE,
        JSON
    }

    /** Where the annotated workbooks go. */
    static final class Where {
        @Option(names = "--reply", paramLabel = "DIR", required = true)
        @Nullable
        Path folder;

        @Option(names = "--no-reply", required = true)
        boolean none;
    }

    /** One workbook checked; {@code reply} is null when there is no annotated workbook. */
    record Checked(Path file, Judged judged, @Nullable Path reply) {}

    /** Refuses what is no file that can be read, before anything is begun. */
    void verify(Console console) {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                String what = console.text("wrong.file", Map.of("word", file.toString()));
                throw new Refused(ExitCode.USAGE, console.text("wrong", Map.of("what", what)));
            }
        }
    }

    /** @param home where the replies are unless told otherwise */
    int run(Services services, Home home, Console console) throws SQLException, IOException {
        Definitions definitions = services.get(Definitions.class);
        Check check = services.get(Check.class);
        Path folder = where == null || where.folder == null ? home.replies().resolve("check") : where.folder;
        ReplyFolder replies = new ReplyFolder(definitions, folder);
        CheckReport report = new CheckReport(console, all);
        List<Checked> checked = new ArrayList<>();
        ExitCode worst = ExitCode.ACCEPTED;
        for (Path file : files) {
            Judged judged = check.check(file, List.of());
            Path reply = null;
            ExitCode code = code(judged);
            if (!judged.findings().isEmpty() && (where == null || !where.none)) {
                try {
                    reply = replies.write(file, judged);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    LoggerFactory.getLogger(CheckRun.class).error("no reply to a checked file: {}", Fault.place(e));
                    console.err().println(console.text("check.no-reply", Map.of("file", file.toString())));
                    code = ExitCode.FAILED;
                }
            }
            if (format == Answer.TABLE) {
                report.print(file, judged, reply);
            }
            checked.add(new Checked(file, judged, reply));
            worst = code.code() > worst.code() ? code : worst;
        }
        if (format == Answer.JSON) {
            new ValidationReport(definitions, console).write(checked);
        }
        return worst.code();
    }

    private static ExitCode code(Judged judged) {
        Severity worst = judged.worst();
        if (judged.state().equals("failed")) {
            return ExitCode.FAILED;
        }
        return worst == null || worst == Severity.NOTE ? ExitCode.ACCEPTED : ExitCode.SENT_BACK;
    }
}
