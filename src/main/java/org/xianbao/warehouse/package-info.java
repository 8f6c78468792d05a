/**
 * Typed rows in, tables out: the schema made from the definitions, COPY, publication.
 */
@NullMarked
package org.xianbao.warehouse;

import org.jspecify.annotations.NullMarked;
