package org.xianbao.cli;

import java.util.Map;

/** A command that cannot be carried out as it was asked for; the message is the line for the person. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    Refused(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong with the question, and that {@code --help} shows what there is. */
    static Refused wrong(Console console, String key, Map<String, String> about) {
        return new Refused(ExitCode.USAGE, console.text("wrong", Map.of("what", console.text(key, about))));
    }

    ExitCode code() {
        return code;
    }
}
