package org.xianbao.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.StoredField;

/**
 * What the tables, views and columns of a return say of themselves, in Chinese and English. Sorted, so that the statements are
 * the same in every process: by them it is told whether a return is to be made again.
 */
final class Comments {
    private static final Map<String, String> OWN = new TreeMap<>(Map.of(
            "_submission", "报送的编号 | id of the submission",
            "_row", "工作表行号，从 1 起 | row of the sheet, 1-based",
            "_period", "报告期第一日 | first day of the period",
            "_missing", "未填的各栏为何未填 | why cells are empty, by column"));

    private static final Map<String, String> SUBMISSION = new TreeMap<>(Map.of(
            "region", "填报地区的区划代码 | code of the region that reports",
            "period", "报告期 | period",
            "period_start", "报告期第一日 | first day of the period",
            "period_end", "报告期最后一日 | last day of the period"));

    private static final Map<String, String> SHOWN = new TreeMap<>(Map.of(
            "sheet_row", "工作表行号，从 1 起 | row of the sheet, 1-based",
            "provisional", "尚有待核实之处 | it has open queries"));

    /** What is kept beside a column's value, by the end of its name. */
    private static final Map<String, Bilingual> BESIDE = Map.of(
            "_q", new Bilingual("的限定", "qualifier"),
            "_shown", new Bilingual("（掩码）", "masked"),
            "_area", new Bilingual("：首次发证地", "where first issued"),
            "_born", new Bilingual("：出生年", "year of birth"),
            "_sex", new Bilingual("：性别", "sex"));

    private Comments() {}

    /** The statements that comment the table, then the views, which take over what the table says. */
    static List<String> of(FactTable table, Bilingual title) {
        String name = table.name();
        List<String> script = new ArrayList<>();
        script.add("comment on table " + name + " is " + quoted(title));
        OWN.forEach((column, text) -> script.add(column(name, column, "'" + text + "'")));
        if (table.fields().containsKey(Form.ITEM)) {
            script.add(column(name, Form.ITEM, "'行次 | line of the form'"));
        }
        for (Column column : table.columns().values()) {
            for (StoredField field : column.stored()) {
                script.add(column(name, field.name(), quoted(text(column, field))));
            }
        }
        for (String view : List.of("received.", "published.", "stats.return_")) {
            script.add("comment on view " + view + table.returnName() + " is " + quoted(title));
            SUBMISSION.forEach(
                    (column, text) -> script.add(column(view + table.returnName(), column, "'" + text + "'")));
            script.add("select xianbao.copy_comments('" + name + "', '" + view + table.returnName() + "')");
        }
        SHOWN.forEach(
                (column, text) -> script.add(column("stats.return_" + table.returnName(), column, "'" + text + "'")));
        return script;
    }

    private static Bilingual text(Column column, StoredField field) {
        Bilingual beside = BESIDE.get(field.name().substring(column.name().length()));
        String unit = column.unit() == null ? "" : "（" + column.unit() + "）";
        return beside == null
                ? new Bilingual(column.title().zh() + unit, column.title().en() + unit)
                : new Bilingual(
                        column.title().zh() + beside.zh(), column.title().en() + ", " + beside.en());
    }

    private static String column(String relation, String column, String text) {
        return "comment on column " + relation + "." + column + " is " + text;
    }

    private static String quoted(Bilingual text) {
        return "'" + (text.zh() + " | " + text.en()).replace("'", "''") + "'";
    }
}
