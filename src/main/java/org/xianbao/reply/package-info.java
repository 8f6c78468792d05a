/**
 * What was found in, the workbook that goes back to its sender out: their own file, every finding marked where it is, with
 * a sheet that lists them all.
 */
@NullMarked
package org.xianbao.reply;

import org.jspecify.annotations.NullMarked;
