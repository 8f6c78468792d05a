/**
 * A file's bytes in, sheets of cells out, or one typed refusal. The only room that reads with POI.
 */
@NullMarked
package org.xianbao.workbook;

import org.jspecify.annotations.NullMarked;
