package org.xianbao.cli;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Period;
import org.xianbao.lineage.Asked;
import org.xianbao.lineage.Trace;
import org.xianbao.lineage.Tracing;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where a published figure comes from. */
final class TraceCommand {
    @Parameters(paramLabel = "INDICATOR", descriptionKey = "indicator")
    String indicator = "";

    @Option(names = "--region", required = true, paramLabel = "REGION")
    String region = "";

    @Option(names = "--period", required = true, paramLabel = "PERIOD")
    String label = "";

    @Option(names = "--edition", paramLabel = "N")
    @Nullable
    Integer edition;

    @Option(names = "--source", paramLabel = "SOURCE")
    @Nullable
    String source;

    @Option(names = "--cells", paramLabel = "N", defaultValue = "5")
    int cells;

    @Option(names = "--returns", paramLabel = "N", defaultValue = "20")
    int returns;

    @Option(names = "--format", defaultValue = "table", paramLabel = "table|json")
    Shape format = Shape.TABLE;

    int run(Period period, Class<?> application, Setup setup, Console console) throws SQLException {
        try (Services services = Services.start(application, setup)) {
            Definitions definitions = services.get(Definitions.class);
            String code = Regional.code(definitions, region, period);
            Asked asked = new Asked(
                    indicator, code, period.label(), edition, source, Math.max(0, cells), Math.max(0, returns));
            Tracing tracing = services.get(Tracing.class);
            List<Trace> traces = tracing.trace(asked);
            if (traces.isEmpty()) {
                throw new Refused(
                        ExitCode.USAGE, new NoFigure(definitions, console).text(asked, tracing.elsewhere(asked)));
            }
            TraceReport report = new TraceReport(console);
            if (format == Shape.JSON) {
                report.json(traces);
            } else {
                report.print(traces);
            }
            return traces.stream().allMatch(Trace::holds) ? ExitCode.ACCEPTED.code() : ExitCode.FAILED.code();
        }
    }
}
