/**
 * Measures of two periods in, the returns that a person should look at first out; reads only.
 */
@NullMarked
package org.xianbao.screening;

import org.jspecify.annotations.NullMarked;
