package org.xianbao.definition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a return, from the form's body or from its title block.
 *
 * @param name the SQL name: lower case, digits and underscores
 * @param title its name for people
 * @param place where it stands on the form
 * @param unit the unit that is stored; null when it has none
 * @param reported the unit that the form reports in; null when it is {@code unit}
 * @param required whether a blank is a finding (reject)
 * @param qualified whether numbers may carry a qualifier (6300余); stores one more field, {@code <name>_q}
 * @param list the code list's name for {@code code}; null otherwise
 * @param line the definition's line, 1-based
 */
public record Column(
        String name,
        Bilingual title,
        ColumnType type,
        Place place,
        @Nullable String unit,
        @Nullable String reported,
        boolean required,
        boolean qualified,
        @Nullable String list,
        int line) {

    /** The fields this column takes in the fact table, in order; never empty. */
    public List<StoredField> stored() {
        List<StoredField> fields = new ArrayList<>();
        switch (type) {
            case TEXT, NAME, CODE, REGION, PERIOD, CREDIT_CODE -> fields.add(new StoredField(name, "text"));
            case INTEGER -> fields.add(new StoredField(name, "int8"));
            case DECIMAL, AMOUNT, QUANTITY, PERCENT -> fields.add(new StoredField(name, "numeric"));
            case DATE -> fields.add(new StoredField(name, "date"));
            case YEAR -> fields.add(new StoredField(name, "int8"));
            case FLAG -> fields.add(new StoredField(name, "bool"));
            case PHONE -> {
                fields.add(new StoredField(name, "bytea"));
                fields.add(new StoredField(name + "_shown", "text"));
            }
            case CITIZEN_ID -> {
                fields.add(new StoredField(name, "bytea"));
                fields.add(new StoredField(name + "_shown", "text"));
                fields.add(new StoredField(name + "_area", "text"));
                fields.add(new StoredField(name + "_born", "int8"));
                fields.add(new StoredField(name + "_sex", "text"));
            }
        }
        if (qualified) {
            fields.add(new StoredField(name + "_q", "text"));
        }
        return List.copyOf(fields);
    }
}
