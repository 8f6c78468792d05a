/**
 * An edition in; out of it the files that people and programs read.
 */
@NullMarked
package org.xianbao.export;

import org.jspecify.annotations.NullMarked;
