/**
 * What was found wrong: a finding with severity, place, rule and message, told in Chinese and English from one bundle.
 */
@NullMarked
package org.xianbao.finding;

import org.jspecify.annotations.NullMarked;
