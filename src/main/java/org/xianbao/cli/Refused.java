package org.xianbao.cli;

/** A command that cannot be carried out as it was asked for; the message is the line for the person. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    Refused(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
