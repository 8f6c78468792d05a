/**
 * Where something stands in a workbook and what a cell holds: address, range, slice. Depends on nothing.
 */
@NullMarked
package org.xianbao.cell;

import org.jspecify.annotations.NullMarked;
