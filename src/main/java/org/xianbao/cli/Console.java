package org.xianbao.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Messages;

/**
 * Where a command speaks to a person, in that person's language: results to {@code out}, all else to {@code err}.
 *
 * @param terminal whether {@code err} is a terminal on which a line can be drawn again
 */
record Console(PrintStream out, PrintStream err, Charset charset, boolean terminal, Locale language) {
    private static final Map<String, ResourceBundle> TEXTS = new ConcurrentHashMap<>();

    /** The process's own streams. Always UTF-8, except on a terminal of Windows, which has its own encoding. */
    static Console system(Locale language) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        boolean terminal = isTerminal() && !"dumb".equals(System.getenv("TERM"));
        Charset charset = windows && terminal ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                terminal,
                language);
    }

    /** Up to Java 21 there is a console only on a terminal; since 22 there always is one, and it knows. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** A buffered writer to one of the two streams; flush it. */
    PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
    }

    /** Read by its own name, since to look for a bundle that is not there opens every jar; and once, not at each text. */
    ResourceBundle texts() {
        return TEXTS.computeIfAbsent(
                language.equals(Locale.CHINESE) ? "/messages/cli_zh.properties" : "/messages/cli.properties",
                Console::read);
    }

    private static ResourceBundle read(String name) {
        try (InputStream in = Objects.requireNonNull(Console.class.getResourceAsStream(name), name)) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of the bundle with its placeholders filled. */
    String text(String key, Map<String, String> values) {
        return Messages.fill(texts().getString(key), values);
    }

    String text(String key) {
        return text(key, Map.of());
    }

    String text(Bilingual text) {
        return chinese() ? text.zh() : text.en();
    }

    boolean chinese() {
        return language.getLanguage().equals("zh");
    }
}
