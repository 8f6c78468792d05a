package org.xianbao.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;

/** Whatever a cell holds, a converter writes all fields of its column, tells at most one problem, and does not throw. */
class TotalityTest {
    private static final int ROUNDS = 300;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "　",
            "-",
            "—",
            "…",
            "一",
            "0",
            "-0",
            "1E5",
            "1E-99999",
            "1E99999999999",
            "NaN",
            "(1)",
            "%",
            "万",
            "余",
            "约",
            "1,,2",
            "1万万亿亿元",
            "约余",
            "2018-06-05",
            "2018-99-99",
            "2018年2月30日",
            "9999-12-31T99:99:99",
            "0000-00-00",
            "11010519491231002X",
            "000000000000000000",
            "13901234567",
            "91350100M000100Y43",
            "是",
            "天镇县",
            "城关镇",
            "140222",
            "\0",
            "\uFFFD",
            "\uFEFF",
            "_x000D_",
            "#REF!",
            "TRUE",
            "0.399",
            "1.40222E17",
            "𠮷",
            "ｱ",
            "٣",
            "१२",
            "½",
            "²",
            "Ⅷ");
    private static final String ALPHABET = "0123456789.,-+eE%％年月日号Qq万亿千余近约（）() 　\u00a0０９．，－一—…/:T人元X天镇县省市\n\r\0𠮷";

    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void conversionIsTotal(ColumnType type) {
        Random random = new Random(type.word().hashCode());
        for (boolean qualified : new boolean[] {false, true}) {
            Column column =
                    Recorded.column(type, type.numeric() ? "元" : null, type.numeric() ? "万元" : null, true, qualified);
            Converter converter = new Converters(Recorded.context()).of(column);
            for (byte[] content : contents(random)) {
                for (CellKind kind : CellKind.values()) {
                    check(column, converter, kind, content);
                }
            }
        }
    }

    private final Set<String> seen = new HashSet<>();

    private static List<byte[]> contents(Random random) {
        List<byte[]> contents = new ArrayList<>();
        ODD.forEach(text -> contents.add(text.getBytes(StandardCharsets.UTF_8)));
        int[] letters = ALPHABET.codePoints().toArray();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(i % 100 == 0 ? 300 : 20); length > 0; length--) {
                text.appendCodePoint(i % 3 == 0 ? random.nextInt(0x10FFFF) : letters[random.nextInt(letters.length)]);
            }
            contents.add(text.toString().getBytes(StandardCharsets.UTF_8));
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            contents.add(bytes);
        }
        return contents;
    }

    private void check(Column column, Converter converter, CellKind kind, byte[] content) {
        Recorded recorded = new Recorded();
        byte[] buffer = new byte[content.length + 6];
        System.arraycopy(content, 0, buffer, 3, content.length);
        Slice cell = new Slice().set(kind, buffer, 3, 3 + content.length);

        converter.convert(cell, recorded, recorded);

        assertThat(recorded.count)
                .as("fields of %s", cell)
                .isEqualTo(column.stored().size());
        assertThat(recorded.problems).as("problems of %s", cell).hasSizeLessThanOrEqualTo(1);
        if (recorded.fields.contains("!refused")) {
            assertThat(recorded.problems).as("problems of %s", cell).hasSize(1);
        }
        recorded.problems.forEach(this::told);
    }

    private void told(Finding problem) {
        assertThat(String.valueOf(problem.reported()).indexOf(0)).isNegative();
        if (!seen.add(problem.rule() + problem.message().keySet())) {
            return;
        }
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String template = Messages.text(problem.rule(), locale).orElseThrow();
            assertThat(template.replaceAll(
                            "\\{(" + String.join("|", problem.message().keySet()) + ")}", ""))
                    .as(problem.rule())
                    .doesNotContain("{");
        }
    }
}
