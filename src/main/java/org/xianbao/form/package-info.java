/**
 * Cells in, the rows of a return out, by the layout of its form: roster, grid or unit.
 */
@NullMarked
package org.xianbao.form;

import org.jspecify.annotations.NullMarked;
