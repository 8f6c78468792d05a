/**
 * The clock: Quartz fires the nightly job and the closes. The only room with Quartz.
 */
@NullMarked
package org.xianbao.schedule;

import org.jspecify.annotations.NullMarked;
