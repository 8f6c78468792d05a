package org.xianbao.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.xianbao.finding.Messages;

/**
 * Where a command speaks to a person, in that person's language: results to {@code out}, all else to {@code err}.
 *
 * @param terminal whether {@code err} is a terminal on which a line can be drawn again
 */
record Console(PrintStream out, PrintStream err, Charset charset, boolean terminal, Locale language) {

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

    ResourceBundle texts() {
        return ResourceBundle.getBundle(
                "messages.cli",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text of the bundle with its placeholders filled. */
    String text(String key, Map<String, String> values) {
        return Messages.fill(texts().getString(key), values);
    }

    String text(String key) {
        return text(key, Map.of());
    }
}
