package org.xianbao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
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
record Console(PrintStream out, PrintStream err, boolean terminal, Locale language) {

    /** The process's own streams. Always UTF-8, except on a terminal of Windows, which has its own encoding. */
    static Console system(Locale language) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        Charset charset = windows && terminal ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                terminal,
                language);
    }

    ResourceBundle texts() {
        return ResourceBundle.getBundle(
                "messages.cli", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text of the bundle with its placeholders filled. */
    String text(String key, Map<String, String> values) {
        return Messages.fill(texts().getString(key), values);
    }

    String text(String key) {
        return text(key, Map.of());
    }
}
