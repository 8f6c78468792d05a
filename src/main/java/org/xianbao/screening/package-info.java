/**
 * Measures of a period and the one before it in, the returns that a person should look at first out; kept by the run that looked.
 */
@NullMarked
package org.xianbao.screening;

import org.jspecify.annotations.NullMarked;
