package org.xianbao.definition;

/**
 * A field of a fact table.
 *
 * @param name the SQL column
 * @param type the SQL type: {@code int8 numeric date bool text bytea}
 */
public record StoredField(String name, String type) {}
