/**
 * Measures of the published submissions in, editions of figures out.
 */
@NullMarked
package org.xianbao.period;

import org.jspecify.annotations.NullMarked;
