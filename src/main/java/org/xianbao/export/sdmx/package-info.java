/**
 * An edition in; SDMX-CSV 2.0 and the structure that it follows, SDMX-JSON 2.0, out.
 */
@NullMarked
package org.xianbao.export.sdmx;

import org.jspecify.annotations.NullMarked;
