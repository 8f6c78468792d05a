package org.xianbao.cli;

/** For whom a result is written. */
enum Shape {
    /** For a person. */
    TABLE,
    /** For another program. */
    JSON
}
