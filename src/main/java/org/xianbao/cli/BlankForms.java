package org.xianbao.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Nearest;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.template.BlankForm;
import org.xianbao.template.Order;
import org.xianbao.template.PreviousRow;
import org.xianbao.template.PreviousRows;
import org.xianbao.value.Regions;
import org.xianbao.warehouse.Schema;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes blank forms. A database is looked at only when rows of the period before are to be taken over. */
final class BlankForms {
    private static final int MOST_ROWS = 5000;

    private final Class<?> application;
    private final Setup setup;
    private final Console console;
    private final Definitions definitions;

    /** What the command line asks for. */
    static final class Wanted {
        @Parameters(paramLabel = "RETURN", descriptionKey = "return")
        String name = "";

        @Option(names = "--period", required = true, paramLabel = "PERIOD", descriptionKey = "period")
        String period = "";

        @Option(names = "--county", paramLabel = "COUNTY")
        @Nullable
        String county;

        @Option(names = "--rows", paramLabel = "N", defaultValue = "30")
        int rows;

        @Option(names = "--out", paramLabel = "FILE")
        @Nullable
        Path out;

        @Option(names = "--force")
        boolean force;
    }

    BlankForms(Class<?> application, Setup setup, Console console) {
        this.application = application;
        this.setup = setup;
        this.console = console;
        this.definitions = DefinitionsLoader.load(setup.jobs());
    }

    int write(Wanted wanted) throws SQLException, IOException {
        Frequency every = known(wanted.name);
        Period period = Period.parse(wanted.period, every)
                .orElseThrow(() -> Refused.wrong(
                        console,
                        "wrong.period-of",
                        Map.of("word", wanted.period, "return", wanted.name, "example", example(every))));
        ReturnDefinition definition = definitions.layout(wanted.name, period).orElseThrow();
        Region county = wanted.county == null ? null : county(wanted.county, period);
        if (wanted.rows < 1 || wanted.rows > MOST_ROWS) {
            throw Refused.wrong(
                    console,
                    "wrong.rows",
                    Map.of("word", Integer.toString(wanted.rows), "most", Integer.toString(MOST_ROWS)));
        }
        Path file = wanted.out == null ? Path.of(name(definition, period, county)) : wanted.out;
        if (Files.exists(file) && !wanted.force) {
            throw Refused.wrong(console, "wrong.exists", Map.of("word", file.toString()));
        }
        List<PreviousRow> previous = county == null ? List.of() : previous(definition, period, county);
        write(new Order(definition, period, county, previous, wanted.rows), file);
        console.out().println(console.text("template.written", Map.of("file", file.toString())));
        return ExitCode.ACCEPTED.code();
    }

    private void write(Order order, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            BlankForm.write(definitions, order, out);
        }
    }

    private Frequency known(String name) {
        return definitions.layouts(name).stream()
                .map(ReturnDefinition::every)
                .findFirst()
                .orElseThrow(() -> Nearest.to(name, definitions.returnNames())
                        .map(near ->
                                Refused.wrong(console, "wrong.unknown.nearest", Map.of("word", name, "nearest", near)))
                        .orElseGet(() -> Refused.wrong(console, "wrong.unknown", Map.of("word", name))));
    }

    private Region county(String text, Period period) {
        Optional<Region> county = new Regions(definitions.regions()).county(text, period.end());
        return county.orElseThrow(() -> Refused.wrong(
                console,
                "wrong.county-on",
                Map.of("word", text, "day", period.end().toString())));
    }

    private List<PreviousRow> previous(ReturnDefinition definition, Period period, Region county) throws SQLException {
        if (definition.form().template().prefill().isEmpty()) {
            return List.of();
        }
        try (Services services = Services.start(application, setup)) {
            services.get(Schema.class);
            return new PreviousRows(services.get(DataSource.class), definitions).of(definition, period, county);
        }
    }

    private static String name(ReturnDefinition definition, Period period, @Nullable Region county) {
        return (county == null ? "" : county.code() + "-") + definition.name() + "-" + period.label() + ".xlsx";
    }

    private static String example(Frequency every) {
        return switch (every) {
            case MONTH, MONTH_21ST -> "2018-06";
            case QUARTER -> "2018Q2";
            case HALF -> "2018H1";
            case YEAR -> "2018";
            case EVENT -> "2018-06-15";
        };
    }
}
