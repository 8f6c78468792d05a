package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrappedTableTest {

    private static String set(WrappedTable table, int width) {
        return String.join("\n", table.lines(width, false)) + "\n";
    }

    @Test
    void alignsWideCharactersAndLeavesOutWhatIsEmpty() {
        WrappedTable table = new WrappedTable("级别", "place", "hint", "text")
                .row(Paint.RED, "强制性", "A1", "", "不符")
                .row(Paint.CYAN, "note", "工作表!B22", "", "fine")
                .across("… 3 more");

        assertThat(set(table, 80)).isEqualTo("""
                级别    place       text
                ────────────────────────
                强制性  A1          不符
                note    工作表!B22  fine
                … 3 more
                """);
    }

    @Test
    void wrapsTheWidestColumnsUntilALineFits() {
        WrappedTable table = new WrappedTable("a", "b")
                .row(Paint.NONE, "A1", "合计填报 75，各行相加为 74，请核对合计或明细。")
                .row(Paint.NONE, "A2", "the total says 75, the rows add up to 74");

        assertThat(set(table, 26)).isEqualTo("""
                a   b
                ──────────────────────────
                A1  合计填报 75，各行相加
                    为 74，请核对合计或明
                    细。
                A2  the total says 75, the
                    rows add up to 74
                """);
        assertThat(table.lines(26, false)).allMatch(line -> TextWidth.of(line) <= 26);
    }

    @Test
    void breaksAWordThatIsLongerThanALineAndNoCharacter() {
        assertThat(WrappedTable.wrapped("0123456789ABCDEF", 10)).containsExactly("0123456789", "ABCDEF");
        assertThat(WrappedTable.wrapped("𠀀𠀀𠀀", 5)).containsExactly("𠀀𠀀", "𠀀");
        assertThat(WrappedTable.wrapped("", 5)).containsExactly("");
    }

    @Test
    void coloursTheFirstColumnWhereColoursAreShown() {
        List<String> lines = new WrappedTable("a", "b").row(Paint.RED, "x", "y").lines(80, true);

        assertThat(lines).last().isEqualTo("\u001b[31mx\u001b[0m  y");
        assertThat(Paint.wanted(true, Map.of())).isTrue();
        assertThat(Paint.wanted(true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Paint.wanted(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Paint.wanted(false, Map.of())).isFalse();
    }
}
