/** What a reply shows, whatever file format carries it: pages of styled cells, and remarks on cells. */
@NullMarked
package org.xianbao.reply.page;

import org.jspecify.annotations.NullMarked;
