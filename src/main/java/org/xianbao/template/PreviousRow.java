package org.xianbao.template;

import java.util.Map;

/**
 * What a row held in the period before.
 *
 * @param item code of a grid's item; empty in other forms
 * @param values by column, as the form reports them: numbers as BigDecimal, days as LocalDate, all else as text
 */
public record PreviousRow(String item, Map<String, Object> values) {}
