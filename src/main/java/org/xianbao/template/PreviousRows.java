package org.xianbao.template;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Unit;
import org.xianbao.value.Regions;

/** What a county reported one period back, as far as the definition wants it taken over: of what counts now. */
public final class PreviousRows {
    private final DataSource database;
    private final Definitions definitions;
    private final Regions regions;

    public PreviousRows(DataSource database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
        this.regions = new Regions(definitions.regions());
    }

    /** In the order of the sheet they came from; none when nothing was published, or nothing is to be taken over. */
    public List<PreviousRow> of(ReturnDefinition definition, Period period, Region county) throws SQLException {
        List<Column> columns = definition.columns().stream()
                .filter(c -> definition.form().template().prefill().contains(c.name()))
                .toList();
        if (columns.isEmpty() || period.frequency() == Frequency.EVENT) {
            return List.of();
        }
        List<PreviousRow> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from published." + definition.name()
                        + " where region = ? and period = ? order by _row")) {
            query.setString(1, county.code());
            query.setString(2, period.previous().label());
            try (ResultSet row = query.executeQuery()) {
                boolean grid = definition.form().kind() == Form.Kind.GRID;
                while (row.next()) {
                    rows.add(new PreviousRow(grid ? row.getString(Form.ITEM) : "", values(row, columns, period)));
                }
            }
        }
        return rows;
    }

    private Map<String, Object> values(ResultSet row, List<Column> columns, Period period) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            Object value = value(row, column, period);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, Column column, Period period) throws SQLException {
        String text = row.getString(column.name());
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case INTEGER, YEAR -> new BigDecimal(text);
            case DECIMAL, AMOUNT, QUANTITY, PERCENT -> number(row, column, new BigDecimal(text));
            case DATE -> row.getObject(column.name(), LocalDate.class);
            case FLAG -> row.getBoolean(column.name()) ? "是" : "否";
            case CODE -> title(column, text);
            case REGION -> place(text, period);
            case TEXT, PERIOD, CREDIT_CODE -> text;
            case NAME, CITIZEN_ID, PHONE -> null;
        };
    }

    /** In the unit of the form, with its qualifier as forms write it. */
    private static Object number(ResultSet row, Column column, BigDecimal stored) throws SQLException {
        String reported = column.reported();
        String unit = column.unit();
        int exponent = reported == null || unit == null
                ? 0
                : Unit.conversion(unit, reported).orElse(0);
        BigDecimal number = stored.scaleByPowerOfTen(exponent).stripTrailingZeros();
        String qualifier = column.qualified() ? row.getString(column.name() + "_q") : null;
        String digits = number.toPlainString();
        return switch (qualifier == null ? "=" : qualifier) {
            case ">" -> digits + "余";
            case "<" -> "不足" + digits;
            case "≈" -> "约" + digits;
            case "≈<" -> "近" + digits;
            default -> number;
        };
    }

    private @Nullable String title(Column column, String code) {
        return Optional.ofNullable(column.list()).flatMap(definitions::list).map(CodeList::entries).stream()
                .flatMap(List::stream)
                .filter(e -> e.code().equals(code))
                .map(e -> e.title().zh())
                .findFirst()
                .orElse(null);
    }

    /** Its name, when that tells it from all others then; else its code. */
    private String place(String code, Period period) {
        return definitions.regions().stream()
                .filter(r -> r.code().equals(code) && r.validOn(period.end()))
                .map(Region::name)
                .filter(name -> regions.find(name, period.end())
                        .filter(r -> r.code().equals(code))
                        .isPresent())
                .findFirst()
                .orElse(code);
    }
}
