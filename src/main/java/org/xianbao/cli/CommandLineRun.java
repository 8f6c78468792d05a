package org.xianbao.cli;

import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xianbao.definition.Nearest;
import org.xianbao.period.Edition;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One command from its arguments to its exit code. */
public final class CommandLineRun {
    private CommandLineRun() {}

    /** @param application the Spring application, started only by the commands that need it */
    public static int of(Class<?> application, String... arguments) {
        Arguments parsed = Arguments.of(arguments);
        return of(application, parsed, Console.system(parsed.language()));
    }

    static int of(Class<?> application, Arguments arguments, Console console) {
        Commands commands = new Commands(application, arguments.settings(), console);
        CommandLine line = new CommandLine(commands, CommandLineRun::make)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setResourceBundle(console.texts())
                .setOut(console.writer(console.out()))
                .setErr(console.writer(console.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, ignored) -> wrong(e, console))
                .setExecutionExceptionHandler((e, ignored, result) -> new Faults(commands.setup(), console).tell(e));
        line.getCommandSpec().version(Version.text());
        line.registerConverter(LocalDate.class, word -> date(word, console));
        line.registerConverter(Edition.Kind.class, word -> kind(word, console));
        line.getCommandSpec().usageMessage().exitCodeList(ExitCode.explained(console.texts()));
        if (unreadable(arguments)) {
            console.err()
                    .println(Refused.wrong(console, "wrong.locale", Map.of()).getMessage());
            return ExitCode.USAGE.code();
        }
        int code = line.execute(arguments.command().toArray(new String[0]));
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    /** Whether the locale of this process cannot say what was typed: a question that is not understood is not answered. */
    private static boolean unreadable(Arguments arguments) {
        return arguments.command().stream().anyMatch(a -> a.indexOf('\uFFFD') >= 0);
    }

    /** Picocli's own factory, and its colours, look for classes that are not there, which opens every jar. */
    private static <T> T make(Class<T> type) throws ReflectiveOperationException {
        if (type == Map.class) {
            return type.cast(new LinkedHashMap<>());
        }
        if (type == List.class) {
            return type.cast(new ArrayList<>());
        }
        Constructor<T> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static LocalDate date(String word, Console console) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new TypeConversionException(console.text("wrong.date", Map.of("word", word)));
        }
    }

    /** By the word that is shown or by its English name. */
    private static Edition.Kind kind(String word, Console console) {
        return Arrays.stream(Edition.Kind.values())
                .filter(k -> k.word().equals(word) || k.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(console.text("wrong.kind", Map.of("word", word))));
    }

    /** One line that says what is wrong and, where a word was mistyped, which one comes nearest. */
    private static int wrong(ParameterException e, Console console) {
        String line = console.text("wrong", Map.of("what", what(e, console)));
        console.err().println(line);
        return ExitCode.USAGE.code();
    }

    /** Every command and option that may stand where the command's words stand. */
    private static Set<String> words(CommandSpec spec) {
        Set<String> words = new LinkedHashSet<>(spec.subcommands().keySet());
        spec.options().forEach(o -> words.addAll(List.of(o.names())));
        return words;
    }

    private static String what(ParameterException e, Console console) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            return Nearest.to(word, words(e.getCommandLine().getCommandSpec()))
                    .map(near -> console.text("wrong.unknown.nearest", Map.of("word", word, "nearest", near)))
                    .orElseGet(() -> console.text("wrong.unknown", Map.of("word", word)));
        }
        if (e instanceof MissingParameterException) {
            return console.text(
                    "wrong.missing",
                    Map.of(
                            "what",
                            String.valueOf(e.getMessage()).replaceFirst("^(Error: )?Missing required [^:]*: ", "")));
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
