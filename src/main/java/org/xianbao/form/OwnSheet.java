package org.xianbao.form;

import java.util.Optional;

/** The sheets of our own in a workbook that was sent back: not data when it comes in again. */
public enum OwnSheet {
    /** All that was found, by cause. */
    RESULT("审核结果"),
    /** The queries, each with room for an explanation. */
    EXPLANATION("审核说明");

    private final String title;

    OwnSheet(String title) {
        this.title = title;
    }

    /** Its name; it also stands in A1. */
    public String title() {
        return title;
    }

    /**
     * The sheet of ours that has this name and says this in A1; empty when it is the sender's. A name that was taken has a
     * number behind it: {@code 审核结果 (2)}.
     */
    public static Optional<OwnSheet> of(String name, String a1) {
        for (OwnSheet sheet : values()) {
            if (a1.strip().equals(sheet.title) && named(name.strip(), sheet.title)) {
                return Optional.of(sheet);
            }
        }
        return Optional.empty();
    }

    /** Whether a sheet of this name may be ours. */
    public static boolean possible(String name) {
        return of(name, RESULT.title).isPresent() || of(name, EXPLANATION.title).isPresent();
    }

    private static boolean named(String name, String title) {
        return name.startsWith(title) && name.substring(title.length()).matches("( ?\\(\\d+\\))?");
    }
}
