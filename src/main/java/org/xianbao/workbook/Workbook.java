package org.xianbao.workbook;

import java.util.List;

/** An opened workbook; sheets in the file's order. Not thread-safe; close it to release the file. */
public non-sealed interface Workbook extends Opening, AutoCloseable {

    List<Sheet> sheets();

    /**
     * Reads one sheet from its first row; a workbook may be asked again for the same sheet.
     *
     * @throws WorkbookBroken when the sheet's part is unreadable, with the place where reading ended
     */
    SheetCursor read(Sheet sheet);

    @Override
    void close();
}
