/**
 * Reported text in, typed values and findings out: numbers, dates, regions, IDs, units, qualifiers. Nothing is guessed.
 */
@NullMarked
package org.xianbao.value;

import org.jspecify.annotations.NullMarked;
