/**
 * Marks an Office Open XML workbook in place: bytes that need not change are passed on, small parts are edited as documents,
 * sheets as streams.
 */
@NullMarked
package org.xianbao.reply.xlsx;

import org.jspecify.annotations.NullMarked;
