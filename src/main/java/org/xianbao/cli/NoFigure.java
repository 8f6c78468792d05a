package org.xianbao.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Nearest;
import org.xianbao.lineage.Asked;
import org.xianbao.lineage.Tracing;

/** What is said when a figure that was asked about does not exist: what comes nearest. */
final class NoFigure {
    private static final int PERIODS = 6;

    private NoFigure() {}

    static String text(Asked asked, Definitions definitions, Tracing tracing, Console console) throws SQLException {
        List<String> names =
                definitions.indicators().stream().map(Indicator::name).toList();
        List<String> periods = tracing.periods(asked.indicator(), asked.region());
        String hint = "";
        if (!names.contains(asked.indicator())) {
            hint = Nearest.to(asked.indicator(), names)
                    .map(near -> console.text("trace.none.nearest", Map.of("nearest", near)))
                    .orElse("");
        } else if (!periods.isEmpty()) {
            hint = console.text(
                    "trace.none.periods",
                    Map.of("periods", String.join(" ", periods.subList(0, Math.min(PERIODS, periods.size())))));
        }
        return console.text(
                "trace.none",
                Map.of(
                        "indicator", asked.indicator(),
                        "region", asked.region(),
                        "period", asked.period(),
                        "hint", hint));
    }
}
