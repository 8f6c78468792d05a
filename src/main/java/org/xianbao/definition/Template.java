package org.xianbao.definition;

import java.util.List;
import java.util.Map;

/**
 * What the blank form carries besides that which the reader looks for.
 *
 * @param printed label to text above the form, in order: {@code 制表机关}, {@code 表号}
 * @param notes lines below it, before those that follow from the definition
 * @param prefill columns that the blank form takes over from the county's previous period; never personal ones
 */
public record Template(Map<String, String> printed, List<String> notes, List<String> prefill) {
    /** Of a form that asks for nothing. */
    static final Template NONE = new Template(Map.of(), List.of(), List.of());
}
