package org.xianbao.form;

import java.util.List;

/** Whether a label on a sheet names a declared item. */
public final class ItemLabel {
    private ItemLabel() {}

    /**
     * Looked at by itself, apart from the rows above it.
     *
     * @param declared as in the definition; of {@code parent/label} the label
     */
    public static boolean names(String printed, String declared) {
        String own = declared.substring(declared.lastIndexOf('/') + 1);
        return new Items(List.of(own, declared)).find(printed).isPresent();
    }
}
