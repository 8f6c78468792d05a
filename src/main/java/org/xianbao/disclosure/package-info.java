/**
 * Counts of persons by place in, those out that must not be published because they would tell of a few persons, or let
 * such a count be worked out.
 */
@NullMarked
package org.xianbao.disclosure;

import org.jspecify.annotations.NullMarked;
