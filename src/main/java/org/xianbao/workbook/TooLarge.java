package org.xianbao.workbook;

/** A part that would take more room than any return needs. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
        super(message);
    }
}
