package org.xianbao.definition;

import java.util.List;

/** A list of codes with what the forms write for them; {@code entries} in the file's order. */
public record CodeList(String name, List<Entry> entries) {
    /** {@code aliases}: other spellings that count as this entry. */
    public record Entry(String code, Bilingual title, List<String> aliases) {}
}
