package org.xianbao.export.edition;

import org.xianbao.definition.Bilingual;

/**
 * How much of a return had come in when the edition was closed.
 *
 * @param owed counties times periods
 * @param reported of these, how many had come in
 * @param unasked returns that came though nobody owed them
 */
public record Coverage(String returnName, Bilingual title, int owed, int reported, int unasked) {}
