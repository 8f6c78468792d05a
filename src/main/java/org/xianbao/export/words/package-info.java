/**
 * A key in; the words that exports print, in Chinese and English, out.
 */
@NullMarked
package org.xianbao.export.words;

import org.jspecify.annotations.NullMarked;
