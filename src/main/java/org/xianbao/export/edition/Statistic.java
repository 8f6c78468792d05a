package org.xianbao.export.edition;

import org.xianbao.definition.Bilingual;

/**
 * What a figure is of.
 *
 * @param code the indicator's name
 * @param kind {@code flow}, {@code stock} and so on: what may be added
 */
public record Statistic(String code, Bilingual title, Bilingual theme, String kind, String unit) {}
