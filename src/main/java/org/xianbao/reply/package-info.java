/**
 * What a county gets back: what became of a workbook → the annotated workbook and a receipt, each a file of its own.
 */
@NullMarked
package org.xianbao.reply;

import org.jspecify.annotations.NullMarked;
