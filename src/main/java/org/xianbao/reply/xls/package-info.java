/** Marks a BIFF8 workbook, with POI. */
@NullMarked
package org.xianbao.reply.xls;

import org.jspecify.annotations.NullMarked;
