/**
 * The sheet 审核说明 of a workbook in, what it says to each query out; and what an explanation says beside empty phrases.
 */
@NullMarked
package org.xianbao.explanation;

import org.jspecify.annotations.NullMarked;
