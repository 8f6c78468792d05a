package org.xianbao.samples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder under {@code input-samples/defects}: {@code sent.*} with one thing wrong, {@code expected.tsv} with the
 * findings it must get, where it can be put right {@code corrected.xlsx}, and what must have come in before under
 * {@code before/}.
 */
final class Defect {
    private final String name;
    private final byte[] sent;
    private final String extension;
    private final byte @Nullable [] corrected;
    private final List<byte[]> before = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final String sheet;

    private Defect(String name, byte[] sent, String extension, byte @Nullable [] corrected, String sheet) {
        this.name = name;
        this.sent = sent;
        this.extension = extension;
        this.corrected = corrected;
        this.sheet = sheet;
    }

    /** A page with one thing changed; the page as it was is the correction. */
    static Defect of(String name, Supplier<Page> right, Consumer<Page> wrong) {
        Page page = right.get();
        wrong.accept(page);
        return new Defect(name, new Book(page).bytes(), "xlsx", new Book(right.get()).bytes(), page.sheet());
    }

    /** A workbook that is wrong as a whole, and the page it should have held. */
    static Defect of(String name, Book wrong, Supplier<Page> right) {
        return new Defect(
                name,
                wrong.bytes(),
                wrong.extension(),
                new Book(right.get()).bytes(),
                wrong.pages().get(0).sheet());
    }

    /** Something odd that is not wrong, or that wants an explanation and no correction. */
    static Defect harmless(String name, Book sent) {
        return new Defect(
                name, sent.bytes(), sent.extension(), null, sent.pages().get(0).sheet());
    }

    /** A file that cannot be read at all, and the page that should have been sent as a workbook. */
    static Defect file(String name, byte[] sent, String extension, Supplier<Page> right) {
        return new Defect(name, sent, extension, new Book(right.get()).bytes(), "");
    }

    Defect after(Page... earlier) {
        for (Page page : earlier) {
            before.add(new Book(page).bytes());
        }
        return this;
    }

    Defect reject(String rule, String cell, String reported) {
        return finding("reject", rule, sheet, cell, reported);
    }

    Defect query(String rule, String cell, String reported) {
        return finding("query", rule, sheet, cell, reported);
    }

    Defect note(String rule, String cell, String reported) {
        return finding("note", rule, sheet, cell, reported);
    }

    /** A finding on another sheet than the first; {@code ""} for the workbook as a whole. */
    Defect finding(String severity, String rule, String on, String cell, String reported) {
        findings.add(String.join("\t", severity, rule, on, cell, reported.replace("\n", "\\n")));
        return this;
    }

    /** Its files by name, the folder's name first. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + "/sent." + extension, sent);
        StringBuilder expected = new StringBuilder("severity\trule\tsheet\tcell\treported\n");
        findings.forEach(f -> expected.append(f).append('\n'));
        files.put(name + "/expected.tsv", expected.toString().getBytes(StandardCharsets.UTF_8));
        if (corrected != null) {
            files.put(name + "/corrected.xlsx", corrected);
        }
        for (int i = 0; i < before.size(); i++) {
            files.put(name + "/before/" + (i + 1) + ".xlsx", before.get(i));
        }
        return files;
    }

    String name() {
        return name;
    }
}
