package org.xianbao.suggest;

/**
 * A relation that does not hold.
 *
 * @param relation its number
 * @param row 1-based row of the sheet; 0 when it is over the whole submission
 */
record Breach(int relation, int row) {}
