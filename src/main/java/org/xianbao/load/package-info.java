/**
 * Workbooks in, loaded submissions out: the store of bytes, the inbox, and a workbook read block by block. It knows
 * neither Batch nor the rules.
 */
@NullMarked
package org.xianbao.load;

import org.jspecify.annotations.NullMarked;
