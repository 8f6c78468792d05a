/**
 * The phases of a night as Spring Batch steps. The only room with Batch.
 */
@NullMarked
package org.xianbao.job;

import org.jspecify.annotations.NullMarked;
