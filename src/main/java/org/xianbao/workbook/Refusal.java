package org.xianbao.workbook;

import java.util.Locale;

/**
 * Why a file cannot be read at all: what it is and, through the message bundle's {@code refusal.<kind>} entries, what to
 * send instead.
 *
 * @param detail what was seen, for the operator; never content of the file
 */
public record Refusal(Kind kind, String detail) implements Opening {

    /** What the file is. */
    public enum Kind {
        EMPTY,
        TRUNCATED,
        PASSWORD,
        /** Excel 5.0/95 and older. */
        BIFF5,
        XML_2003,
        HTML,
        OPEN_DOCUMENT,
        CSV,
        /** A file only WPS can read; an {@code .et} that is BIFF8 inside is read. */
        WPS,
        BINARY_XLSB,
        NOT_A_WORKBOOK,
        TOO_LARGE,
        UNREADABLE,
        /** A workbook that reads well, none of whose sheets is a known return; never given by opening a file. */
        NO_KNOWN_RETURN
    }

    /** The key of the message bundle: {@code refusal.not-a-workbook}. */
    public String key() {
        return "refusal." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
