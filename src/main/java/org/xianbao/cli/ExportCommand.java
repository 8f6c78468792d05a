package org.xianbao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.database.Database;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Period;
import org.xianbao.export.Export;
import org.xianbao.export.ExportFormat;
import org.xianbao.export.edition.EditionReader;
import org.xianbao.export.edition.PublishedEdition;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files of an edition, read as the reader; without Spring. */
final class ExportCommand {
    @Parameters(paramLabel = "PERIOD", descriptionKey = "period")
    String label = "";

    @Option(names = "--edition", paramLabel = "N")
    @Nullable
    Integer edition;

    @Option(names = "--out", paramLabel = "DIR")
    @Nullable
    Path out;

    @Option(names = "--format", split = ",", paramLabel = "xlsx|csv|sdmx|package")
    @Nullable
    List<ExportFormat> formats;

    int run(Setup setup, Console console) throws SQLException, IOException {
        PublishedEdition published = read(setup, console);
        Path directory = out == null ? setup.home().exports().resolve(published.name()) : out;
        Set<ExportFormat> wanted = formats == null ? EnumSet.allOf(ExportFormat.class) : EnumSet.copyOf(formats);
        for (Path file : Export.write(published, wanted, directory)) {
            console.out().println(console.text("written", Map.of("file", file.toString())));
        }
        return ExitCode.ACCEPTED.code();
    }

    private PublishedEdition read(Setup setup, Console console) throws SQLException {
        Period period =
                Period.parse(label).orElseThrow(() -> Refused.wrong(console, "wrong.period", Map.of("word", label)));
        ZoneId zone = DefinitionsLoader.load(setup.jobs()).settings().zone();
        try (Database database = setup.database();
                Connection connection = Query.reader(database, console)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            EditionReader reader = new EditionReader(connection, zone);
            PublishedEdition published = reader.read(period, edition).orElse(null);
            if (published == null) {
                throw Refused.wrong(
                        console, "wrong.edition", Map.of("period", label, "editions", editions(reader, period)));
            }
            return published;
        }
    }

    private static String editions(EditionReader reader, Period period) throws SQLException {
        List<Integer> there = reader.editions(period);
        return there.isEmpty() ? "0" : there.get(0) + "–" + there.get(there.size() - 1);
    }
}
