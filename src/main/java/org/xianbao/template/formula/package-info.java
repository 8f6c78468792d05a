/**
 * SQL of rules → formulas of a spreadsheet, for the small part of SQL that means the same in both; what is not that is
 * left to the judge.
 *
 * <pre>
 * or         := and { "or" and }
 * and        := not { "and" not }
 * not        := "not" not | test
 * test       := sum [ compare sum | ["not"] "between" sum "and" sum | ["not"] "in" "(" sum {"," sum} ")" | "is" ["not"] "null" ]
 * sum        := product { ("+" | "-") product }
 * product    := factor { "*" factor }
 * factor     := "-" factor | number | 'text' | "date" 'day' | "true" | "false" | "(" or ")"
 *             | "extract" "(" "year" "from" sum ")" | name "(" or {"," or} ")" [ "filter" "(" "where" or ")" ] | name
 * </pre>
 */
@NullMarked
package org.xianbao.template.formula;

import org.jspecify.annotations.NullMarked;
