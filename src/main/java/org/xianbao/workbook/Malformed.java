package org.xianbao.workbook;

/** What stands in a part is not what its format allows. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
