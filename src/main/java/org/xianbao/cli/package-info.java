/**
 * The commands, thin: a command line in, text and an exit code out.
 */
@NullMarked
package org.xianbao.cli;

import org.jspecify.annotations.NullMarked;
