package org.xianbao.cli;

import java.util.Map;

/** Colours of a terminal (ECMA-48, SGR). */
enum Paint {
    NONE(""),
    RED("31"),
    YELLOW("33"),
    CYAN("36"),
    FAINT("2");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** The text in this colour, where colours are shown. */
    String on(String text, boolean coloured) {
        return coloured && this != NONE ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /** Whether to colour: only on a terminal, and not where a person asked for none (no-color.org). */
    static boolean wanted(boolean terminal, Map<String, String> environment) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
