package org.xianbao.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook with one roster of invented workers, written as Excel writes it: every text shared, numbers and dates as
 * numbers with a style. One row in ten thousand earns implausibly much.
 */
final class Roster {
    static final List<String> PROVINCES = List.of("京畿省", "江东省", "江西道", "河南道", "山南省", "岭南省", "剑南省", "关内省", "陇右省", "海东省");

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    private static final List<String> HEADINGS = List.of(
            "序号", "姓名", "身份证号", "联系电话", "所在村", "是否贫困户", "去向类别", "去向地区", "组织单位", "工种", "上岗日期", "是否在岗", "离岗日期", "本年务工天数",
            "年收入（万元）");
    private static final List<String> KINDS = List.of("县内就业", "县外省内就业", "省外就业");
    private static final List<String> OCCUPATIONS = List.of("家政服务员", "制造业工人", "缝纫工", "电工", "保安员", "其他");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final long FIRST_DAY = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final int BIRTHDAYS = 10_000;

    private final int county;
    private final int month;
    private final int rows;
    private final Map<String, Integer> shared = new LinkedHashMap<>();

    Roster(int county, int month, int rows) {
        this.county = county;
        this.month = month;
        this.rows = rows;
    }

    static String countyCode(int county) {
        return "11%02d%02d".formatted(20 + county / 50, 1 + county % 50);
    }

    static String countyName(int county) {
        return county + 1 + "号县";
    }

    void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16)) {
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            frame(zip, out);
            begin(zip, out, "xl/worksheets/sheet1.xml");
            sheet(out);
            begin(zip, out, "xl/sharedStrings.xml");
            out.write("<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + shared.size() + "\">");
            for (String text : shared.keySet()) {
                out.write("<si><t>" + text + "</t></si>");
            }
            out.write("</sst>");
        }
    }

    private static void begin(ZipOutputStream zip, Writer out, String part) throws IOException {
        out.flush();
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(LocalDate.of(2018, 3, 1).atStartOfDay());
        zip.putNextEntry(entry);
    }

    private static void frame(ZipOutputStream zip, Writer out) throws IOException {
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        begin(zip, out, "[Content_Types].xml");
        out.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + types + "styles+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + types + "sharedStrings+xml\"/>"
                + "</Types>");
        begin(zip, out, "_rels/.rels");
        out.write("<Relationships xmlns=\"" + RELATIONS + "\">" + relation(1, "officeDocument", "xl/workbook.xml")
                + "</Relationships>");
        begin(zip, out, "xl/workbook.xml");
        out.write("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><sheets><sheet name=\"务工人员\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        begin(zip, out, "xl/_rels/workbook.xml.rels");
        out.write("<Relationships xmlns=\"" + RELATIONS + "\">" + relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml") + relation(3, "sharedStrings", "sharedStrings.xml")
                + "</Relationships>");
        begin(zip, out, "xl/styles.xml");
        out.write("<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                + " formatCode=\"yyyy/m/d\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private void sheet(Writer out) throws IOException {
        out.write("<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1:O" + (rows + 5) + "\"/><sheetData>");
        row(out, 1, List.of("务工人员花名册"));
        row(out, 2, List.of("填报单位：", countyName(county), "", "报告期：", "2018年" + month + "月"));
        row(out, 4, HEADINGS);
        long days = 0;
        BigDecimal income = BigDecimal.ZERO;
        for (int n = 0; n < rows; n++) {
            worker(out, n);
            days += days(n);
            income = income.add(income(n));
        }
        int end = rows + 5;
        out.write("<row r=\"" + end + "\">");
        text(out, 'A', end, "合计");
        number(out, 'N', end, String.valueOf(days), 0);
        number(out, 'O', end, income.toPlainString(), 0);
        out.write("</row></sheetData></worksheet>");
    }

    private void row(Writer out, int row, List<String> texts) throws IOException {
        out.write("<row r=\"" + row + "\">");
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                text(out, (char) ('A' + i), row, texts.get(i));
            }
        }
        out.write("</row>");
    }

    private void worker(Writer out, int n) throws IOException {
        int row = n + 5;
        LocalDate started = LocalDate.of(2016, 1, 1).plusDays(n % 700);
        boolean left = n % 9 == 0;
        out.write("<row r=\"" + row + "\" spans=\"1:15\">");
        number(out, 'A', row, String.valueOf(n + 1), 0);
        text(out, 'B', row, name(n));
        text(out, 'C', row, id(n));
        text(out, 'D', row, "1390000%04d".formatted(n % 10_000));
        text(out, 'E', row, "第" + n % 300 + "村");
        text(out, 'F', row, n % 4 == 0 ? "是" : "否");
        text(out, 'G', row, KINDS.get(n % KINDS.size()));
        text(out, 'H', row, PROVINCES.get(n % PROVINCES.size()));
        text(out, 'I', row, "劳务协作第" + n % 80 + "公司");
        text(out, 'J', row, OCCUPATIONS.get(n % OCCUPATIONS.size()));
        number(out, 'K', row, String.valueOf(started.toEpochDay() - FIRST_DAY), 1);
        text(out, 'L', row, left ? "否" : "是");
        if (left) {
            number(out, 'M', row, String.valueOf(started.plusDays(20).toEpochDay() - FIRST_DAY), 1);
        } else {
            text(out, 'M', row, "—");
        }
        number(out, 'N', row, String.valueOf(days(n)), 0);
        number(out, 'O', row, income(n).toPlainString(), 0);
        out.write("</row>");
    }

    private static int days(int n) {
        return 60 + n % 300;
    }

    /** In 万元. */
    private static BigDecimal income(int n) {
        return n % 10_000 == 9_999 ? BigDecimal.valueOf(3_000, 2) : BigDecimal.valueOf(80 + n % 900, 2);
    }

    private static String name(int n) {
        return "" + SURNAMES.charAt(n % SURNAMES.length()) + GIVEN.charAt(n / 7 % GIVEN.length())
                + GIVEN.charAt(n / 31 % GIVEN.length());
    }

    /** Sequence 000, which nobody was given; check digit by GB 11643. */
    private String id(int n) {
        LocalDate born = LocalDate.of(1960, 1, 1).plusDays(n % BIRTHDAYS);
        String body = countyCode((county + n / BIRTHDAYS) % Material.SMALL)
                + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "000";
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private void text(Writer out, char column, int row, String text) throws IOException {
        int index = shared.computeIfAbsent(text, t -> shared.size());
        out.write("<c r=\"" + column + row + "\" t=\"s\"><v>" + index + "</v></c>");
    }

    private static void number(Writer out, char column, int row, String value, int style) throws IOException {
        out.write("<c r=\"" + column + row + "\"" + (style == 0 ? "" : " s=\"" + style + "\"") + "><v>" + value
                + "</v></c>");
    }
}
