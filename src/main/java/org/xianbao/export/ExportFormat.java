package org.xianbao.export;

/** What an edition is written as. */
public enum ExportFormat {
    /** A workbook fit to print. */
    XLSX,
    /** One line a figure, for spreadsheets. */
    CSV,
    /** SDMX-CSV 2.0 and the structure it follows. */
    SDMX,
    /** A Frictionless data package. */
    PACKAGE
}
