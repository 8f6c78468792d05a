package org.xianbao.form;

import java.util.regex.Pattern;
import org.xianbao.cell.CellKind;
import org.xianbao.workbook.Row;

/** 本期无: how a county says that it has nothing to report. */
final class Nothing {
    private static final Pattern SAYS = Pattern.compile("(?:本(?:期|月|季度?|半年|年度?|次|县|表))?(?:暂|均|尚)?(?:无|没有)"
            + "(?:此项|此类|该项|该类|新增)?(?:数据|人员|内容|情况|业务|工作|任务|发生(?:额|数)?|记录|变动|活动|培训|捐赠|事项)?"
            + "[。.!]?|零报告|空报");

    private Nothing() {}

    /** Whether the row says that and nothing else, a number in front apart. */
    static boolean says(Row row) {
        boolean said = false;
        for (int column = 0; column < row.width(); column++) {
            if (SheetRows.filled(row, column)) {
                boolean says = row.kind(column) == CellKind.TEXT
                        && SAYS.matcher(Wording.of(row.text(column))).matches();
                boolean number = !said && row.kind(column) == CellKind.NUMBER;
                if (!says && !number) {
                    return false;
                }
                said |= says;
            }
        }
        return said;
    }
}
