package org.xianbao.form;

/** The sheet that lists what was found, in a workbook that was sent back: no data when it comes in again. */
public final class ResultSheet {
    /** The sheet's name, and what its cell A1 says. */
    public static final String NAME = "审核结果";

    private ResultSheet() {}

    /**
     * Whether a sheet is this one, by its name, which has a number behind it where another sheet was called so, and by its
     * title.
     *
     * @param title what its cell A1 says; empty when it is blank
     */
    public static boolean stands(String name, String title) {
        return name.strip().replaceFirst(" ?\\(\\d+\\)$", "").equals(NAME)
                && title.strip().equals(NAME);
    }
}
