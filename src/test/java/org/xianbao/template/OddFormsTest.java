package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.form.FormSheet;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.template.OddForms.Odd;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** Forms that nobody here has declared: each is drawn, filled in, and gets no finding. */
class OddFormsTest {
    private final Path directory;
    private final OddForms forms;

    OddFormsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.forms = new OddForms(directory);
    }

    static Stream<Odd> odd() {
        return OddForms.odd();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void isFilledInWithoutAFinding(Odd odd) throws Exception {
        Definitions definitions = forms.definitions(odd);
        Path blank = forms.blank(definitions, odd, "天镇县");
        FormSheet form = Values.sheet(definitions, blank);
        assertThat(form.layout().complete()).isTrue();
        List<Values.Row> rows = OddForms.rows(form.definition());

        Path filled = new Filled(definitions, blank).with(rows, directory.resolve("filled.xlsx"));

        Judged judged = check(definitions).check(filled, List.of());
        assertThat(judged.findings()).isEmpty();
        assertThat(judged.returns()).singleElement().satisfies(r -> {
            assertThat(r.verdict()).isEqualTo("accepted");
            assertThat(r.rows()).isEqualTo(rows.size());
            assertThat(r.region()).isEqualTo("140222");
            assertThat(r.period()).isEqualTo(odd.period());
        });
    }

    @Test
    void aSumThatWasTypedOverIsFound() throws Exception {
        Odd odd = odd().findFirst().orElseThrow();
        Definitions definitions = forms.definitions(odd);
        Path blank = forms.blank(definitions, odd, "天镇县");
        Path filled = new Filled(definitions, blank)
                .with(OddForms.rows(Values.sheet(definitions, blank).definition()), directory.resolve("filled.xlsx"));
        change(
                filled,
                sheet -> sheet.forEach(row -> {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals("合计")) {
                        Cell days = row.getCell(9);
                        days.removeFormula();
                        days.setCellValue(1);
                    }
                }));

        assertThat(check(definitions).check(filled, List.of()).findings())
                .extracting(Judged.Found::rule, Judged.Found::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("adds-up", "days"));
    }

    @Test
    void aFormWhoseRowsAreDeclaredByNumberIsKnownWithoutItsEdition() throws Exception {
        Odd odd = odd().skip(3).findFirst().orElseThrow();
        Definitions definitions = forms.definitions(odd);
        Path blank = forms.blank(definitions, odd, "天镇县");
        Path filled = new Filled(definitions, blank)
                .with(OddForms.rows(Values.sheet(definitions, blank).definition()), directory.resolve("filled.xlsx"));
        change(filled, sheet -> sheet.getRow(sheet.getLastRowNum()).getCell(0).setCellValue(""));

        assertThat(check(definitions).check(filled, List.of()).findings()).isEmpty();
    }

    @Test
    void theCountyMayBeFilledInByHand() throws Exception {
        Odd odd = odd().skip(3).findFirst().orElseThrow();
        Definitions definitions = forms.definitions(odd);
        Path blank = forms.blank(definitions, odd, null);
        change(
                blank,
                sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.toString().startsWith("填报单位")) {
                        assertThat(cell.getCellStyle().getLocked()).isFalse();
                        cell.setCellValue(cell.getStringCellValue() + "金寨县人社局");
                    }
                })));

        assertThat(Values.sheet(definitions, blank).county().code()).isEqualTo("341524");
    }

    @Test
    void listsThatAreTooLongStandOnAHiddenSheet() throws Exception {
        Odd odd = odd().findFirst().orElseThrow();
        Path blank = forms.blank(forms.definitions(odd), odd, "天镇县");

        try (InputStream in = Files.newInputStream(blank);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook.isSheetHidden(1)).isTrue();
            assertThat(workbook.getSheetAt(1).getRow(59).getCell(0).getStringCellValue())
                    .isEqualTo("第 59 类，其他");
            List<DataValidation> lists = workbook.getSheetAt(0).getDataValidations().stream()
                    .map(v -> (DataValidation) v)
                    .filter(v -> v.getValidationConstraint().getValidationType() == ValidationType.LIST)
                    .toList();
            assertThat(lists)
                    .extracting(v -> v.getValidationConstraint().getFormula1())
                    .contains("\"甲类,乙类\"", "\"是,否,—,…,*\"", "'代码表'!$A$1:$A$63");
        }
    }

    @Test
    void everyCheckIsShortEnoughForAValidation() throws Exception {
        for (Odd odd : odd().toList()) {
            Path blank = forms.blank(forms.definitions(odd), odd, "天镇县");
            try (InputStream in = Files.newInputStream(blank);
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(workbook.getSheetAt(0).getDataValidations())
                        .allSatisfy(v -> assertThat(v.getValidationConstraint().getFormula1())
                                .hasSizeLessThanOrEqualTo(255));
            }
        }
    }

    private interface Change {
        void to(XSSFSheet sheet);
    }

    private static void change(Path file, Change change) throws IOException {
        try (XSSFWorkbook workbook = open(file)) {
            change.to(workbook.getSheetAt(0));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Check check(Definitions definitions) throws Exception {
        TestDatabase database = TestDatabase.migrated();
        new Schema(definitions).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
        return new Check(database.dataSource(), definitions, PersonalKey.of("only for this test"));
    }
}
