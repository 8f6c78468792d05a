package org.xianbao.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Missing;
import org.xianbao.finding.Severity;

/** Tries cells on a column's type, for telling what stands under a heading; nothing of them is kept. Not thread-safe. */
public final class Trial {
    /** Refusals of what is no such value at all, rather than one in a wrong spelling. */
    private static final Pattern OTHER = Pattern.compile("not-(?:an?|in)-.*");

    private final Converter converter;
    private final boolean telling;
    private final Outcome outcome = new Outcome();

    public Trial(Converters converters, Column column) {
        this.converter = converters.of(column);
        this.telling = column.type() != ColumnType.TEXT && column.type() != ColumnType.NAME;
    }

    /**
     * 1 when the cell is such a value, -1 when it is something else, 0 when it says nothing: it is blank or a mark, it is
     * the value in a wrong spelling, or the column takes any text.
     */
    public int of(Slice cell) {
        if (cell.kind() == CellKind.BLANK) {
            return 0;
        }
        outcome.missing = false;
        outcome.refused = null;
        converter.convert(cell, outcome, outcome);
        if (outcome.refused != null) {
            return OTHER.matcher(outcome.refused).matches() ? -1 : 0;
        }
        return outcome.missing || !telling ? 0 : 1;
    }

    private static final class Outcome implements FieldSink, Problems {
        private boolean missing;
        private @Nullable String refused;

        @Override
        public void found(
                Severity severity,
                String rule,
                @Nullable String reported,
                @Nullable String expected,
                Map<String, String> message) {
            refused = severity == Severity.REJECT ? rule : refused;
        }

        @Override
        public void missing(Missing why, int fields) {
            missing = true;
        }

        @Override
        public void integer(long value) {}

        @Override
        public void decimal(long unscaled, int scale) {}

        @Override
        public void decimal(BigDecimal value) {}

        @Override
        public void date(int epochDay) {}

        @Override
        public void flag(boolean value) {}

        @Override
        public void text(byte[] bytes, int start, int end) {}

        @Override
        public void text(String value) {}

        @Override
        public void binary(byte[] bytes) {}

        @Override
        public void nothing() {}
    }
}
