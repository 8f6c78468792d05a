/**
 * The workbooks under {@code input-samples/}, written the same to the byte every time. Places and published figures are
 * real. Persons are invented: their names are counted through the sixty-year cycle (甲子, 乙丑 …) and their ID numbers end
 * in sequence 000, which is never issued. Villages are numbered by township; their codes are from a range (9xx) that no
 * village has. What the programme never published (days, incomes, shares by quarter) is made up.
 */
@NullMarked
package org.xianbao.samples;

import org.jspecify.annotations.NullMarked;
