/**
 * The definitions in; a data dictionary out, as a page and as a workbook.
 */
@NullMarked
package org.xianbao.export.dictionary;

import org.jspecify.annotations.NullMarked;
