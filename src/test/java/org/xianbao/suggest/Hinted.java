package org.xianbao.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xianbao.Sent;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** Definitions that a test writes, and what a workbook by them is told. */
final class Hinted {
    private final Path directory;
    private final Definitions definitions;
    private final TestDatabase database = TestDatabase.migrated();
    private final Check check;
    private int sent;

    Hinted(Path directory, String... returns) {
        this.directory = directory;
        try {
            Path jobs = directory.resolve("jobs");
            Files.createDirectories(jobs.resolve("lists"));
            for (String name : List.of("nightly.yaml", "close.yaml", "lists/regions.csv")) {
                Files.copy(Path.of("jobs", name), jobs.resolve(name));
            }
            Files.writeString(jobs.resolve("lists/craft.csv"), "code,zh,en,aliases\nsewing,缝纫,sewing,\ntea,制茶,tea,\n");
            StringBuilder reporters = new StringBuilder("region,return,from,to,exempt\n");
            for (String yaml : returns) {
                String name = yaml.lines().findFirst().orElseThrow().replace("return: ", "");
                Path file = jobs.resolve("returns").resolve(name).resolve("2010.yaml");
                Files.createDirectories(file.getParent());
                Files.writeString(file, yaml);
                reporters.append("140222,").append(name).append(",2018-01-01,,\n");
            }
            Files.writeString(jobs.resolve("lists/reporters.csv"), reporters.toString());
            definitions = DefinitionsLoader.load(jobs);
            new Schema(definitions).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
            check = new Check(database.dataSource(), definitions, PersonalKey.of("only for this test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Definitions definitions() {
        return definitions;
    }

    TestDatabase database() {
        return database;
    }

    /** A workbook of one sheet, rows as {@link Sent} takes them. */
    Path workbook(String... rows) {
        Path file = directory.resolve("sent" + sent++ + ".xlsx");
        try (Sent workbook = new Sent(file)) {
            return workbook.sheet("表", Stream.of(rows)).on("2018-07-01");
        }
    }

    List<Judged.Found> findings(Path workbook, Path... before) {
        try {
            return check.check(workbook, List.of(before)).findings();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code rule cell hint}, the Chinese hint or {@code -}, of each finding. */
    List<String> told(Path workbook, Path... before) {
        List<String> told = new ArrayList<>();
        for (Judged.Found found : findings(workbook, before)) {
            var hint = found.hint();
            told.add(found.rule() + " " + (found.cell() == null ? "-" : found.cell()) + " "
                    + (hint == null ? "-" : hint.zh()));
        }
        return told;
    }
}
