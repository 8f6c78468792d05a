/**
 * Measures the pipeline against the way such a loader is usually begun: {@code mvn -Pbench verify}. The driver makes the
 * material and forks a JVM for each measurement, which writes down what it measured.
 */
@NullMarked
package org.xianbao.bench;

import org.jspecify.annotations.NullMarked;
