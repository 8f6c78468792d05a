package org.xianbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Period;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Rerun;
import org.xianbao.judge.Check;
import org.xianbao.judge.RuleLint;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;
import org.xianbao.period.Headlines;
import org.xianbao.schedule.CronCheck;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands. Without one, the nightly job runs. Descriptions are in the bundle {@code messages/cli}. */
@Command(name = "xianbao", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[COMMAND]", sortOptions = false)
final class Commands implements Callable<Integer> {
    private final Class<?> application;
    private final Setup setup = new Setup();
    private final Console console;

    Commands(Class<?> application, Map<String, String> settings, Console console) {
        this.application = application;
        this.console = console;
        settings.forEach(setup::set);
    }

    Setup setup() {
        return setup;
    }

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    void home(Path directory) {
        setup.set("xianbao.home", directory.toString());
    }

    @Option(names = "--jobs", paramLabel = "DIR", scope = ScopeType.INHERIT)
    void jobs(Path directory) {
        setup.set("xianbao.jobs", directory.toString());
    }

    @Option(names = "--inbox", paramLabel = "DIR", scope = ScopeType.INHERIT)
    void inbox(Path directory) {
        setup.set("xianbao.inbox", directory.toString());
    }

    /** Taken from the command line beforehand, since the help itself depends on it. */
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    void lang(String ignored) {}

    @Override
    public Integer call() throws SQLException {
        return nightly(null);
    }

    @Command(mixinStandardHelpOptions = true)
    int nightly(@Option(names = "--night", paramLabel = "DATE") @Nullable LocalDate night) throws SQLException {
        return night((nights, services, progress) -> nights.run(
                night != null
                        ? night
                        : LocalDate.now(
                                services.get(Definitions.class).settings().zone()),
                progress));
    }

    @Command(mixinStandardHelpOptions = true)
    int rerun(
            @ArgGroup(exclusive = true, multiplicity = "1") What what,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
            throws SQLException {
        return night((nights, services, progress) ->
                nights.rerun(new Rerun(what.night, what.workbook, what.submission, reason), progress));
    }

    /** What to run again. */
    static final class What {
        @Option(names = "--night", required = true, paramLabel = "DATE")
        @Nullable
        LocalDate night;

        @Option(names = "--workbook", required = true, paramLabel = "HASH")
        @Nullable
        String workbook;

        @Option(names = "--submission", required = true, paramLabel = "N")
        @Nullable
        Long submission;
    }

    @Command(mixinStandardHelpOptions = true)
    int accept(
            @ArgGroup(exclusive = false, multiplicity = "1") Queries queries,
            @Option(names = "--as", required = true, paramLabel = "NAME") String author,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate until)
            throws SQLException {
        return night((nights, services, progress) -> nights.accept(
                queries.accepted(services.get(Definitions.class), console, author, reason, until), progress));
    }

    @Command(mixinStandardHelpOptions = true)
    int resume() throws SQLException {
        return night((nights, services, progress) -> nights.resume(progress));
    }

    @Command(mixinStandardHelpOptions = true)
    int serve() throws InterruptedException {
        try (Services services = Services.serve(application, setup, new ServeReport(console))) {
            console.out().println(console.text("serving"));
            services.awaitEnd();
        }
        return ExitCode.ACCEPTED.code();
    }

    @Command(mixinStandardHelpOptions = true)
    int lint(@Option(names = "--no-database") boolean filesOnly) throws SQLException {
        Definitions definitions = DefinitionsLoader.load(setup.jobs());
        List<DefinitionError> errors = new ArrayList<>(CronCheck.check(definitions.settings(), setup.jobs()));
        if (!filesOnly) {
            try (Services services = Services.start(application, setup)) {
                errors.addAll(new RuleLint(services.get(DataSource.class), definitions).lint());
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidDefinitions(errors);
        }
        console.out()
                .println(console.text(
                        "lint.fine",
                        Map.of(
                                "returns",
                                Integer.toString(definitions.returnNames().size()),
                                "indicators",
                                Integer.toString(definitions.indicators().size()))));
        return ExitCode.ACCEPTED.code();
    }

    @Command(mixinStandardHelpOptions = true)
    int close(
            @Parameters(paramLabel = "PERIOD", descriptionKey = "period") String label,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "FINAL") Edition.Kind kind,
            @Option(names = "--author", paramLabel = "NAME") @Nullable String author,
            @Option(names = "--reason", paramLabel = "TEXT") @Nullable String reason)
            throws SQLException {
        Period period = Period.parse(label)
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE,
                        console.text("wrong", Map.of("what", console.text("wrong.period", Map.of("word", label))))));
        String answers = author != null ? author : System.getProperty("user.name", "-");
        try (Services services = Services.start(application, setup)) {
            services.get(Closing.class)
                    .close(period, kind, answers, reason)
                    .ifPresentOrElse(edition -> console.out().println(closed(edition)), () -> console.out()
                            .println(console.text("closed.nothing", Map.of("period", label))));
        }
        return ExitCode.ACCEPTED.code();
    }

    private String closed(Edition edition) {
        return console.text(
                "closed",
                Map.of(
                        "period", edition.period(),
                        "kind", edition.kind().word(),
                        "n", Integer.toString(edition.n()),
                        "submissions", Integer.toString(edition.submissions()),
                        "figures", Integer.toString(edition.figures()),
                        "checksum", edition.checksum()));
    }

    @Command(mixinStandardHelpOptions = true)
    int status() throws SQLException, IOException {
        return Status.run(setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files") Path[] files)
            throws SQLException, IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Refused(
                        ExitCode.USAGE,
                        console.text(
                                "wrong", Map.of("what", console.text("wrong.file", Map.of("word", file.toString())))));
            }
        }
        ExitCode worst = ExitCode.ACCEPTED;
        try (Services services = Services.start(application, setup)) {
            Check check = services.get(Check.class);
            for (Path file : files) {
                ExitCode code = CheckReport.print(file, check.check(file, List.of()), console);
                worst = code.code() > worst.code() ? code : worst;
            }
        }
        return worst.code();
    }

    @Command(mixinStandardHelpOptions = true)
    int template(@ArgGroup(exclusive = false, multiplicity = "1") BlankForms.Wanted wanted)
            throws SQLException, IOException {
        return new BlankForms(application, setup, console).write(wanted);
    }

    @Command(mixinStandardHelpOptions = true)
    int query(
            @Parameters(paramLabel = "SQL", descriptionKey = "sql") String sql,
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|csv|json") Format format)
            throws Exception {
        return Query.run(setup, console, sql, format);
    }

    private int night(Work work) throws SQLException {
        try (Services services = Services.start(application, setup);
                ProgressLine progress = new ProgressLine(console)) {
            NightOutcome outcome = work.with(services.get(Nights.class), services, progress);
            progress.end();
            NightReport.print(outcome, console);
            NightReport.headlines(Headlines.read(services.get(DataSource.class)), console);
            return ExitCode.of(outcome).code();
        }
    }

    /** What a command does with the nights. */
    private interface Work {
        NightOutcome with(Nights nights, Services services, ProgressLine progress);
    }
}
