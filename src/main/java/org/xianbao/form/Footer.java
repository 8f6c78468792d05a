package org.xianbao.form;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.xianbao.cell.CellKind;
import org.xianbao.workbook.Row;

/** The lines below a form: who signs for it, when, and notes. */
final class Footer {
    private static final Pattern LINE = Pattern.compile(
            "(?:(?:单位|统计|部门|填报单位|分管|业务)?(?:负责人|领导)|(?:填表|制表|填报|审核|复核|经办|联系)人"
                    + "|以下(?:空白|无正文|无数据)|制表|审核|复核|联系电话|电话|(?:报出|填报|填表|制表|报送)(?:日期|时间)|填表说明|填报说明|说明|备注|注|注释)"
                    + "(?:\\d*[:.、].*|\\([^)]*\\)[:.、]?.*|签[字章].*|\\d)?"
                    + "|表式版本.*",
            Pattern.DOTALL);

    private Footer() {}

    /** The characters, normalised, that such a line can begin with. */
    static String firstCharacters() {
        return "表单统部填分业负领制报审复经联电说备注以";
    }

    /** Whether a text, normalised, begins such a line. */
    static boolean begins(String text) {
        return LINE.matcher(text).matches();
    }

    /** Whether the row's first filled cell begins such a line. */
    static boolean stands(Row row) {
        for (int column = 0; column < row.width(); column++) {
            if (row.kind(column) != CellKind.BLANK && row.slice(column).length() > 0) {
                return row.kind(column) == CellKind.TEXT && begins(Wording.of(row.text(column)));
            }
        }
        return false;
    }

    /** The same of a row that was kept. */
    static boolean stands(Located[] row) {
        return Arrays.stream(row)
                .filter(cell -> !cell.blank())
                .findFirst()
                .filter(cell -> cell.kind() == CellKind.TEXT && begins(Wording.of(cell.text())))
                .isPresent();
    }

    /** How many cells of the row begin such a line: 单位负责人 | 张三 | 填表人 | 李四. */
    static int labels(Row row) {
        int labels = 0;
        for (int column = 0; column < row.width(); column++) {
            labels += row.kind(column) == CellKind.TEXT && begins(Wording.of(row.text(column))) ? 1 : 0;
        }
        return labels;
    }
}
