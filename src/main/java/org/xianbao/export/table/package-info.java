/**
 * An edition in; plain CSV and a Frictionless data package out.
 */
@NullMarked
package org.xianbao.export.table;

import org.jspecify.annotations.NullMarked;
