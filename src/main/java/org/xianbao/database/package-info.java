/**
 * Where the data is kept: the home directory, and the PostgreSQL that was configured or the embedded one under the
 * home. Settings in, a data source for the program and a read-only connection for people out.
 */
@NullMarked
package org.xianbao.database;

import org.jspecify.annotations.NullMarked;
