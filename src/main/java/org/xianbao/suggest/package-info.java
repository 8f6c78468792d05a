/**
 * Findings in, hints out: the fewest cells whose change would mend what is broken, and the slips that explain them. A
 * hint is a text beside a finding; no figure is ever changed.
 */
@NullMarked
package org.xianbao.suggest;

import org.jspecify.annotations.NullMarked;
