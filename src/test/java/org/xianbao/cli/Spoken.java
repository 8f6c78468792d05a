package org.xianbao.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xianbao.TestDatabase;
import org.xianbao.Xianbao;

/** What a command said, and ended with. */
record Spoken(int code, String out, String err) {

    static Spoken by(TestDatabase database, Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--home=" + home);
        all.add("--spring.datasource.url=" + database.url());
        return in(Locale.ENGLISH, all.toArray(new String[0]));
    }

    static Spoken in(Locale language, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false,
                language);
        int code = CommandLineRun.of(Xianbao.class, Arguments.of(arguments), console);
        return new Spoken(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
