package org.xianbao.definition;

import org.xianbao.cell.CellAddress;

/** Where a column's value stands on the form. */
public sealed interface Place {

    /** In the body, under a heading path, outermost first: {@code 工资/基本工资}. Rosters and grids. */
    record Under(String path) implements Place {}

    /** In a unit form (编号 | 项目 | 单位 | 数量), on the row with this label or, when given, this item code. */
    record Item(String label) implements Place {}

    /** In the title block, in this cell. */
    record At(CellAddress cell) implements Place {}

    /** In the title block, behind this label: in the same cell after a colon, or in the next filled cell of the row. */
    record After(String label) implements Place {}

    /** The stub label (甲栏) of a grid, stored as the item's code. */
    record Stub() implements Place {}
}
