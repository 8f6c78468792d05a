package org.xianbao.suggest;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;

/**
 * Whether a text could stand in a column, by its looks: enough to tell a column's contents from its neighbour's, and good
 * for nothing else. Of what was refused in a personal column no more is known than its mask, where {@code *} is any letter.
 */
final class Likeness {
    private static final Pattern NUMBER =
            Pattern.compile("[约近]?[-−]?[0-9０-９][0-9０-９,，.]*\\s*[%％]?[余多]?\\p{IsHan}{0,2}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}年?");
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)[0-9]{2}[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2}日?|月)?(?:[T ].*)?|(?:19|20)[0-9]{6}");
    private static final Pattern ID = Pattern.compile("[0-9*]{14,17}[0-9Xx*]");
    private static final Pattern PHONE = Pattern.compile("1[0-9*]{10}|0[0-9*-]{9,12}");
    private static final Pattern FLAG = Pattern.compile("是|否|true|false|[√×YyNn]");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·*]{2,20}");
    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{2,20}|[0-9]{6,12}");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

    private final Map<String, CodeList> lists;

    Likeness(Map<String, CodeList> lists) {
        this.lists = lists;
    }

    boolean fits(Column column, String text) {
        boolean hidden = text.indexOf('*') >= 0 && !column.type().personal() && column.type() != ColumnType.CODE;
        return hidden || looksLike(column, text);
    }

    /** Whether fitting says something: any text fits a column of texts, and names are like places. */
    static boolean tells(ColumnType type, String text) {
        return switch (type) {
            case TEXT, NAME, REGION -> false;
            case CODE, CITIZEN_ID, PHONE -> true;
            default -> text.indexOf('*') < 0;
        };
    }

    private boolean looksLike(Column column, String text) {
        return switch (column.type()) {
            case TEXT -> true;
            case INTEGER, DECIMAL, AMOUNT, QUANTITY, PERCENT ->
                matches(NUMBER, text) && !matches(ID, text) && !matches(PHONE, text);
            case YEAR -> matches(YEAR, text);
            case DATE, PERIOD -> matches(DATE, text);
            case CITIZEN_ID -> matches(ID, text);
            case PHONE -> matches(PHONE, text);
            case FLAG -> matches(FLAG, text);
            case NAME -> matches(NAME, text) && !matches(FLAG, text);
            case REGION -> matches(PLACE, text);
            case CREDIT_CODE -> matches(CREDIT_CODE, text);
            case CODE -> listed(column, text);
        };
    }

    private boolean listed(Column column, String text) {
        CodeList list = column.list() == null ? null : lists.get(column.list());
        return list != null
                && list.entries().stream()
                        .flatMap(
                                e -> Stream.concat(Stream.of(e.code(), e.title().zh()), e.aliases().stream()))
                        .anyMatch(known -> covers(text.strip(), known));
    }

    private static boolean covers(String mask, String text) {
        return mask.length() == text.length()
                && IntStream.range(0, mask.length())
                        .allMatch(i -> mask.charAt(i) == '*' || mask.charAt(i) == text.charAt(i));
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text.strip()).matches();
    }
}
