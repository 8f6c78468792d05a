/**
 * A published figure in; the measures, submissions, workbooks and cells that it is made of out, with the proof that they
 * add up to it. Reads only.
 */
@NullMarked
package org.xianbao.lineage;

import org.jspecify.annotations.NullMarked;
