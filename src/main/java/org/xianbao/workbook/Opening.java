package org.xianbao.workbook;

/** What opening a file gives: a workbook that can be read, or the one reason why it cannot. */
public sealed interface Opening permits Workbook, Refusal {}
