/**
 * A definition → the workbook to fill in. What is printed is what the reader looks for, so that a blank form that is filled
 * in with valid data gets no finding. The form speaks Chinese: its words are in {@code messages/template_zh}.
 */
@NullMarked
package org.xianbao.template;

import org.jspecify.annotations.NullMarked;
