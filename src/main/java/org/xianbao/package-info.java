/** Xianbao 县报: county returns in, published figures out. */
@NullMarked
package org.xianbao;

import org.jspecify.annotations.NullMarked;
