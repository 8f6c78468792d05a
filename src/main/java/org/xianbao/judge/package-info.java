/**
 * Rules in, SQL over what was loaded, findings, verdicts and measures out.
 */
@NullMarked
package org.xianbao.judge;

import org.jspecify.annotations.NullMarked;
