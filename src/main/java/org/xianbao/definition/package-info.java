/**
 * {@code jobs/} in; returns, layouts, columns, rules, indicators, lists and calendar out, or every mistake with file and line.
 */
@NullMarked
package org.xianbao.definition;

import org.jspecify.annotations.NullMarked;
