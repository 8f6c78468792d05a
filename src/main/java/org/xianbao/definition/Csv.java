package org.xianbao.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 4180 with a header, where every field knows its line and column; lines that begin with {@code #} are left out. */
final class Csv {

    /** {@code line} and {@code column} 1-based; the text without spaces around it, empty when blank. */
    record Field(String name, String text, int line, int column) {}

    /** A record's fields by their name in the header. */
    record Line(int line, Map<String, Field> fields) {
        /** The field; empty text where the file has no such column. */
        Field get(String name) {
            return fields.getOrDefault(name, new Field(name, "", line, 1));
        }
    }

    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private Csv(DefinitionFiles.Text file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
        this.text = file.text().replace("\r\n", "\n");
    }

    /** The records, with exactly these columns; mistakes told. */
    static List<Line> read(DefinitionFiles.Text file, List<String> columns, Mistakes mistakes) {
        return new Csv(file, mistakes).records(columns);
    }

    private List<Line> records(List<String> columns) {
        List<Line> lines = new ArrayList<>();
        List<Field> header = next();
        if (header.isEmpty()) {
            mistakes.add(file.name(), 1, 1, "the file is empty; its first line must be " + String.join(",", columns));
            return lines;
        }
        checkHeader(header, columns);
        for (List<Field> fields = next(); !fields.isEmpty(); fields = next()) {
            Field first = fields.get(0);
            if (fields.size() != header.size()) {
                mistakes.add(
                        file.name(),
                        first.line(),
                        1,
                        "has " + fields.size() + " fields, but the header has " + header.size());
            }
            Map<String, Field> named = new HashMap<>();
            for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
                Field f = fields.get(i);
                named.put(header.get(i).text(), new Field(header.get(i).text(), f.text(), f.line(), f.column()));
            }
            lines.add(new Line(first.line(), named));
        }
        return lines;
    }

    private void checkHeader(List<Field> header, List<String> columns) {
        List<String> names = header.stream().map(Field::text).toList();
        for (Field f : header) {
            if (!columns.contains(f.text())) {
                mistakes.add(
                        file.name(),
                        f.line(),
                        f.column(),
                        "unknown column '" + f.text() + "'" + Nearest.hint(f.text(), columns));
            } else if (names.indexOf(f.text()) != header.indexOf(f)) {
                mistakes.add(file.name(), f.line(), f.column(), "column '" + f.text() + "' is there twice");
            }
        }
        columns.stream()
                .filter(c -> !names.contains(c))
                .forEach(c -> mistakes.add(file.name(), header.get(0).line(), 1, "column '" + c + "' is missing"));
    }

    /** The next record that is neither blank nor a comment; empty at the end of the file. */
    private List<Field> next() {
        while (at < text.length()) {
            boolean comment = text.charAt(at) == '#';
            List<Field> fields = comment ? skip() : fields();
            if (fields.size() > 1 || fields.stream().anyMatch(f -> !f.text().isEmpty())) {
                return fields;
            }
        }
        return List.of();
    }

    private List<Field> skip() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        newLine();
        return List.of();
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (at >= text.length()) {
                return fields;
            }
            if (text.charAt(at++) == '\n') {
                newLine();
                return fields;
            }
        }
    }

    private Field field() {
        int startLine = line;
        int column = at - lineStart + 1;
        StringBuilder content = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
            quoted(content, startLine, column);
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        String rest = text.substring(start, at);
        if (quoted && !rest.isBlank()) {
            mistakes.add(file.name(), startLine, column, "text after a closing quote: '" + rest.strip() + "'");
        }
        return new Field("", content.append(rest).toString().strip(), startLine, column);
    }

    private void quoted(StringBuilder content, int startLine, int column) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && (at >= text.length() || text.charAt(at) != '"')) {
                return;
            }
            if (c == '"') {
                at++;
            }
            content.append(c);
            if (c == '\n') {
                newLine();
            }
        }
        mistakes.add(file.name(), startLine, column, "a quote is not closed");
    }
}
