package org.xianbao.explanation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sheet on which a county explains its queries: how it is told from others, and its headings. */
public final class ExplanationSheet {
    /** The sheet's name, and what its cell A1 says. */
    public static final String NAME = "审核说明";

    /** What the sheet's columns hold, A to J. */
    public enum Column {
        QUERY("核实编号"),
        RETURN("报表"),
        PLACE("位置"),
        COLUMN("栏目"),
        REPORTED("填报内容"),
        QUESTION("问题"),
        REMEMBERED("已有说明"),
        REMEMBERED_UNTIL("有效期至"),
        SAID("说明"),
        AUTHOR("说明人");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }

        static Optional<Column> of(String text) {
            String plain = plain(text);
            return Arrays.stream(values()).filter(c -> c.heading.equals(plain)).findFirst();
        }
    }

    private ExplanationSheet() {}

    public static List<String> headings() {
        return Arrays.stream(Column.values()).map(Column::heading).toList();
    }

    /**
     * Whether a sheet is this one, by its name, which Excel numbers when a sheet is copied, or by its title.
     *
     * @param title what its cell A1 says; empty when it is blank
     */
    public static boolean stands(String name, String title) {
        return plain(name).replaceFirst("\\(\\d+\\)$", "").equals(NAME)
                || plain(title).equals(NAME);
    }

    /** Without spaces, and with half-width signs for full-width ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }
}
