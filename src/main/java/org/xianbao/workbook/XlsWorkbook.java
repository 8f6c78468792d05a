package org.xianbao.workbook;

import java.nio.file.Path;

final class XlsWorkbook {
    private XlsWorkbook() {}

    static Opening open(Path file) {
        return new Refusal(Refusal.Kind.UNREADABLE, file.toString());
    }
}
