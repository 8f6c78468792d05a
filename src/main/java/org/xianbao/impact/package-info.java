/**
 * What an act would change, before it is done: a workbook that comes in, a submission that is read again, published or
 * withdrawn, definitions that are edited. It is done for real in a transaction that nobody can commit.
 */
@NullMarked
package org.xianbao.impact;

import org.jspecify.annotations.NullMarked;
