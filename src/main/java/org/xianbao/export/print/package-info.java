/**
 * An edition in; a workbook fit to print out.
 */
@NullMarked
package org.xianbao.export.print;

import org.jspecify.annotations.NullMarked;
