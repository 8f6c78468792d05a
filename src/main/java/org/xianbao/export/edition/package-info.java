/**
 * The stats views in; an edition out, as it is published: its figures, regions, coverage, and who is missing.
 */
@NullMarked
package org.xianbao.export.edition;

import org.jspecify.annotations.NullMarked;
