package org.xianbao.cli;

import java.io.IOException;
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
import org.xianbao.impact.Act;
import org.xianbao.impact.Trial;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Rerun;
import org.xianbao.judge.RuleLint;
import org.xianbao.period.Close;
import org.xianbao.period.Edition;
import org.xianbao.period.Headlines;
import org.xianbao.schedule.CronCheck;
import org.xianbao.screening.Screening;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        try (Services services =
                Services.serve(application, setup, new ServeReport(setup.home().root(), console))) {
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
            @Option(names = "--kind", required = true, paramLabel = "KIND") Edition.Kind kind,
            @Option(names = "--reason", paramLabel = "TEXT") @Nullable String reason,
            @Option(names = "--as", paramLabel = "NAME") @Nullable String author,
            @Option(names = "--source", paramLabel = "INDICATOR=SOURCE") @Nullable Map<String, String> sources)
            throws SQLException {
        Period period = period(label);
        String answers = author != null && !author.isBlank() ? author : System.getProperty("user.name", "-");
        try (Services services = Services.start(application, setup)) {
            CloseReport.print(
                    new Close(period, kind, answers, reason, sources == null ? Map.of() : sources), services, console);
        }
        return ExitCode.ACCEPTED.code();
    }

    @Command(mixinStandardHelpOptions = true)
    int status() throws SQLException, IOException {
        return Status.run(setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int check(@Mixin CheckRun check) throws SQLException, IOException {
        check.verify(console);
        try (Services services = Services.start(application, setup)) {
            return check.run(services, setup.home(), console);
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int template(@ArgGroup(exclusive = false, multiplicity = "1") BlankForms.Wanted wanted)
            throws SQLException, IOException {
        return new BlankForms(application, setup, console).write(wanted);
    }

    @Command(mixinStandardHelpOptions = true)
    int screen(
            @Parameters(paramLabel = "PERIOD", descriptionKey = "period") String label,
            @Option(names = "--top", paramLabel = "N") @Nullable Integer top)
            throws SQLException {
        Period period = period(label);
        if (top != null && top < 1) {
            throw Refused.wrong(console, "wrong.top", Map.of("word", top.toString()));
        }
        try (Services services = Services.start(application, setup)) {
            Screening screening = services.get(Screening.class);
            new ScreenReport(console).print(top == null ? screening.screen(period) : screening.screen(period, top));
        }
        return ExitCode.ACCEPTED.code();
    }

    @Command(mixinStandardHelpOptions = true)
    int query(
            @Parameters(paramLabel = "SQL", descriptionKey = "sql") String sql,
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|csv|json") Format format)
            throws Exception {
        return Query.run(setup, console, sql, format);
    }

    @Command(mixinStandardHelpOptions = true)
    int export(@Mixin ExportCommand export) throws SQLException, IOException {
        return export.run(setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int dictionary(@Mixin DictionaryCommand dictionary) throws IOException {
        return dictionary.run(setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int connect(@Mixin Connect connect) throws SQLException, IOException, InterruptedException {
        return connect.run(setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int trace(@Mixin TraceCommand trace) throws SQLException {
        return trace.run(period(trace.label), application, setup, console);
    }

    @Command(mixinStandardHelpOptions = true)
    int impact(
            @Parameters(paramLabel = "FILE|SUBMISSION", arity = "0..1", descriptionKey = "act") @Nullable String what,
            @ArgGroup @Nullable Fates fates,
            @Option(names = "--period", paramLabel = "PERIOD") @Nullable List<String> labels,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "10000") int limit,
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|json") Shape format)
            throws SQLException, IOException {
        ImpactCommand command = new ImpactCommand(console);
        List<Period> periods =
                labels == null ? List.of() : labels.stream().map(this::period).toList();
        Act act = command.act(what, fates == null ? ImpactCommand.Fate.RERUN : fates.fate(), periods, limit);
        try (Services services = Services.start(application, setup)) {
            return command.run(act, what, services.get(Trial.class), format == Shape.JSON);
        }
    }

    /** What a submission would have done to it instead of being read again. */
    static final class Fates {
        @Option(names = "--publish", required = true)
        boolean publish;

        @Option(names = "--withdraw", required = true)
        boolean withdraw;

        ImpactCommand.Fate fate() {
            return publish ? ImpactCommand.Fate.PUBLISH : ImpactCommand.Fate.WITHDRAW;
        }
    }

    private Period period(String label) {
        return Period.parse(label).orElseThrow(() -> Refused.wrong(console, "wrong.period", Map.of("word", label)));
    }

    private int night(Work work) throws SQLException {
        try (Services services = Services.start(application, setup);
                ProgressLine progress = new ProgressLine(console)) {
            NightOutcome outcome = work.with(services.get(Nights.class), services, progress);
            progress.end();
            NightReport.print(outcome, setup.home().root(), console);
            NightReport.headlines(Headlines.read(services.get(DataSource.class)), console);
            return ExitCode.of(outcome).code();
        }
    }

    /** What a command does with the nights. */
    private interface Work {
        NightOutcome with(Nights nights, Services services, ProgressLine progress);
    }
}
