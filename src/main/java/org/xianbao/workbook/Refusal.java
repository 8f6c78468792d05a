package org.xianbao.workbook;

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
        BIFF5,
        XML_2003,
        HTML,
        OPEN_DOCUMENT,
        CSV,
        WPS,
        BINARY_XLSB,
        NOT_A_WORKBOOK,
        TOO_LARGE,
        UNREADABLE
    }
}
