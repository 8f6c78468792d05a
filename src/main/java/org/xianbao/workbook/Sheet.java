package org.xianbao.workbook;

/**
 * A sheet of a workbook.
 *
 * @param index zero-based position in the workbook
 * @param hidden hidden or "very hidden"
 */
public record Sheet(int index, String name, boolean hidden) {}
