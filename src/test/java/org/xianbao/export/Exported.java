package org.xianbao.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xianbao.SampleNight;
import org.xianbao.definition.Period;
import org.xianbao.export.edition.EditionReader;
import org.xianbao.export.edition.PublishedEdition;

/** Editions of the sample night, and what was written read back. */
final class Exported {
    static final List<String> PERIODS = List.of("2018", "2018Q3");

    private Exported() {}

    /** A record, by its header. */
    record CsvRow(Map<String, String> fields) {
        String get(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }
    }

    static PublishedEdition edition(String label) {
        try (Connection connection = SampleNight.database().connect()) {
            SampleNight.outcome();
            return new EditionReader(connection, ZoneId.of("Asia/Shanghai"))
                    .read(Period.parse(label).orElseThrow(), null)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The records of a CSV as of RFC 4180, each by its header; no quote is left open. */
    static List<CsvRow> csv(String text) {
        List<List<String>> records = records(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> header = records.get(0);
        List<CsvRow> rows = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            if (record.size() != header.size()) {
                throw new IllegalStateException(record.size() + " fields instead of " + header.size() + ": " + record);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), record.get(i));
            }
            rows.add(new CsvRow(row));
        }
        return rows;
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records;
    }

    /** A guarded text as it was: one leading apostrophe less. */
    static String unguarded(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }
}
