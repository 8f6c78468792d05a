package org.xianbao.definition;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A return with one layout of its form, valid for periods that start on or after {@code since}, until a later layout.
 *
 * @param name the SQL name of its tables and views
 * @param key columns that identify a row between periods, without county and period; empty when there is one row
 * @param columns in the order of the fact table: those of the title block first
 * @param version SHA-256 of the definition file, hex, first 12 digits
 */
public record ReturnDefinition(
        String name,
        Bilingual title,
        Frequency every,
        Deadline due,
        List<String> key,
        LocalDate since,
        Form form,
        List<Column> columns,
        List<Rule> rules,
        Path file,
        String version) {

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
