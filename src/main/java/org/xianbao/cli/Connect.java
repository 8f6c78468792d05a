package org.xianbao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.xianbao.database.Database;
import org.xianbao.database.ReaderAddress;
import org.xianbao.database.ReaderConnection;
import org.xianbao.database.ReaderRole;
import picocli.CommandLine.Option;

/** How people's own tools reach the database, as the reader. */
final class Connect {
    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--stay")
    boolean stay;

    int run(Setup setup, Console console) throws SQLException, IOException, InterruptedException {
        char[] password = passwordFile == null ? null : password(passwordFile, console);
        try (Database database = setup.database()) {
            ReaderRole role = new ReaderRole(database);
            if (!role.isMade()) {
                throw new Refused(ExitCode.DATABASE, console.text("query.nothing-yet"));
            }
            if (password != null) {
                role.setPassword(password);
            }
            // only now: the password that this process is told to log in with may be the new one
            try (Connection tried = Query.reader(database, console)) {
                tried.rollback();
            }
            print(database, console);
            List<String> doors = role.openDoors();
            if (!doors.isEmpty()) {
                console.err().println(console.text("connect.doors", Map.of("doors", String.join(", ", doors))));
            }
            if (stay) {
                console.out().println(console.text("connect.staying"));
                Runtime.getRuntime().addShutdownHook(new Thread(database::close));
                new CountDownLatch(1).await();
            }
        }
        return ExitCode.ACCEPTED.code();
    }

    private static void print(Database database, Console console) {
        ReaderAddress address = database.readerAddress();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(console.text("connect.host"), address.host());
        lines.put(console.text("connect.port"), address.port());
        lines.put(console.text("connect.database"), address.database());
        lines.put(console.text("connect.user"), ReaderConnection.ROLE);
        lines.put(
                console.text("connect.password"),
                console.text(database.embedded() ? "connect.password.none" : "connect.password.set"));
        lines.put("psql", address.psql());
        lines.put("JDBC", address.jdbc());
        lines.put("ODBC", address.odbc());
        int width = lines.keySet().stream().mapToInt(TextWidth::of).max().orElse(0) + 2;
        lines.forEach((name, value) -> console.out().println(TextWidth.pad(name, width, false) + value));
        if (database.embedded()) {
            console.out().println(console.text("connect.embedded"));
        }
    }

    /** The first line of the file. */
    private static char[] password(Path file, Console console) throws IOException {
        String word = file.toString();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refused.wrong(console, "wrong.file", Map.of("word", word));
        }
        String password = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        if (password.isBlank()) {
            throw Refused.wrong(console, "wrong.blank", Map.of("word", word));
        }
        return password.toCharArray();
    }
}
