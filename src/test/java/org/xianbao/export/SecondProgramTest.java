package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.LibreOffice;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.export.dictionary.Dictionary;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.print.PrintedDictionary;

/** LibreOffice opens what is printed, and reads in it what was written. */
class SecondProgramTest {
    private final Path directory;

    SecondProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        LibreOffice.assumeInstalled("exports are not opened in a second program");
        List<Path> written = new ArrayList<>();
        for (String period : Exported.PERIODS) {
            PublishedEdition edition = Exported.edition(period);
            written.addAll(Export.write(edition, EnumSet.of(ExportFormat.XLSX), directory));
        }
        Path dictionary = directory.resolve("dictionary.xlsx");
        Files.write(dictionary, PrintedDictionary.of(Dictionary.of(DefinitionsLoader.load(Path.of("jobs")))));
        written.add(dictionary);

        LibreOffice.save(written, LibreOffice.XLSX, directory.resolve("saved"), directory);

        for (Path file : written) {
            assertThat(cells(directory.resolve("saved").resolve(file.getFileName())))
                    .isEqualTo(cells(file))
                    .hasSizeGreaterThan(100);
        }
    }

    /** Each cell that holds something, with its sheet and its address. */
    private static List<String> cells(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().toString())) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            cells.add(sheet.getSheetName() + "!" + cell.getAddress() + " "
                                    + digits(cell.getNumericCellValue()));
                        } else if (!cell.toString().isEmpty()) {
                            cells.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell);
                        }
                    }
                }
            }
        }
        return cells;
    }

    /** As many as either program writes. */
    private static String digits(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
