package org.xianbao.form;

import java.util.List;
import java.util.function.Consumer;
import org.xianbao.definition.Definitions;
import org.xianbao.finding.Finding;
import org.xianbao.value.Regions;
import org.xianbao.workbook.Workbook;

/** Tells which sheets of a workbook are which returns. */
public final class Recognition {
    private Recognition() {}

    /** Which sheets are which returns, whose and for which period; findings for what is not. */
    public static List<FormSheet> sheets(
            Workbook workbook, Definitions definitions, Regions regions, Consumer<Finding> findings) {
        return List.of();
    }
}
