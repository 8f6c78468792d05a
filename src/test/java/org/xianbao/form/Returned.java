package org.xianbao.form;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.finding.Finding;
import org.xianbao.value.Regions;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.Workbooks;

/** Definitions and a workbook in a directory of their own, read as the night reads them. */
final class Returned {
    static final String ROSTER = """
            return: placement
            title: {zh: 就业花名册, en: Placement}
            every: month
            due: 5 days
            key: [person]
            form:
              kind: roster
              sheet: "*就业*"
              expect: {A1: "就业花名册*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4-5, until: "合计*"}
              hidden: note
              columns:
                person: {under: 姓名, en: person, type: text, required: true}
                course: {under: 培训/课程, en: course, type: text}
                days:   {under: 培训/天数, en: days, type: integer, unit: 天}
                income: {under: 年收入, en: income, type: amount, unit: 元}
            """;

    final List<Finding> findings = new ArrayList<>();
    final List<FormSheet> sheets;
    private final Path file;

    private Returned(Path file, Definitions definitions) {
        this.file = file;
        try (Workbook workbook = open()) {
            sheets = Recognition.sheets(workbook, definitions, new Regions(definitions.regions()), findings::add);
        }
    }

    /** Writes a workbook and reads it by one definition or several. */
    static Returned of(Path directory, List<String> yaml, Consumer<XSSFWorkbook> content) {
        Path file = directory.resolve("returned.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
            return new Returned(file, definitions(directory.resolve("jobs"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Definitions definitions(Path jobs, List<String> yaml) throws IOException {
        Files.createDirectories(jobs.resolve("lists"));
        for (String name : List.of("nightly.yaml", "close.yaml", "lists/regions.csv")) {
            Files.copy(Path.of("jobs", name), jobs.resolve(name));
        }
        Files.writeString(jobs.resolve("lists/reporters.csv"), "region,return,from,to,exempt\n");
        int edition = 2010;
        for (String each : yaml) {
            String name = each.lines().findFirst().orElseThrow().replace("return: ", "");
            Path folder = Files.createDirectories(jobs.resolve("returns").resolve(name));
            Files.writeString(folder.resolve(edition++ + ".yaml"), each);
        }
        return DefinitionsLoader.load(jobs);
    }

    private Workbook open() {
        return (Workbook) Workbooks.open(file);
    }

    /** Rows of the only sheet as {@code name=text} by column, with {@code #} and the sheet row in front. */
    List<String> rows() {
        return rows(sheets.get(0), 0);
    }

    List<String> rows(FormSheet form, int from) {
        List<String> rows = new ArrayList<>();
        try (Workbook workbook = open();
                FormRows walk = FormRows.open(workbook, form, findings::add)) {
            if (from > 0) {
                walk.skipTo(from);
            }
            while (walk.next()) {
                StringBuilder row = new StringBuilder("#" + (walk.rowNumber() + 1) + walk.item());
                row.append(walk.total() ? " total" : "");
                for (int i = 0; i < form.definition().columns().size(); i++) {
                    row.append(i == 0 ? " " : ",").append(walk.cell(i).text().replaceFirst("\\.0$", ""));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    List<String> rules() {
        return findings.stream().map(f -> f.severity() + " " + f.rule()).toList();
    }

    Finding finding(String rule) {
        return findings.stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
    }

    /** Writes rows of text and numbers from row 1 on, cells separated by {@code |}; an empty cell stays blank. */
    static void write(Sheet sheet, String... rows) {
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                put(sheet, i, c, cells[c]);
            }
        }
    }

    static void put(Sheet sheet, String cell, String text) {
        CellReference at = new CellReference(cell);
        put(sheet, at.getRow(), at.getCol(), text);
    }

    private static void put(Sheet sheet, int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        if (text.matches("\\d+(\\.\\d+)?")) {
            line.createCell(column).setCellValue(Double.parseDouble(text));
        } else {
            line.createCell(column).setCellValue(text);
        }
    }
}
