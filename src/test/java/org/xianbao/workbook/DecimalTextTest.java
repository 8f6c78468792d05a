package org.xianbao.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    private final DecimalText decimal = new DecimalText();

    @ParameterizedTest
    @CsvSource({
        "12.5, 12.5",
        "0, 0",
        "-7, -7",
        "1.50, 1.5",
        "5.0, 5",
        "100, 100",
        "0.39900000000000002, 0.399",
        "0.11700000000000001, 0.117",
        "6.7900000000000002E-2, 0.0679",
        "19.530000000000001, 19.53",
        "-2.9999999999999999E-2, -0.03",
        "1.5E+3, 1500",
        "0.99999999999999989, 1",
        "9999999999999.9999, 10000000000000",
        "123456789012345, 123456789012345",
        "1234567890123456, 1.23456789012346E15",
        "140222198001011234, 1.40222198001011E17",
        "1.40222198001011E+17, 1.40222198001011E17",
        "1E15, 1E15",
        "1E14, 100000000000000",
        "999999999999999.9, 1E15",
        "1E-300, 1E-300",
        "0.00001, 0.00001",
        "0.0000000000000000001234, 0.0000000000000000001234",
        "1E-7, 0.0000001",
        "+5, 5",
        ".5, .5",
        "5., 5",
        "0E5, 0",
    })
    void readsTheTextOfANumber(String stored, String shown) {
        assertThat(text(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "E5", "1E", "1E+", "1,234", "1 2", "1.2.3", "0x1F", "NaN", "INF", "１２", "1E99999"
            })
    void knowsWhatIsNoNumber(String stored) {
        byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);

        assertThat(decimal.write(bytes, bytes.length)).isFalse();
    }

    @Test
    void agreesWithRoundingTheStoredDoubleToFifteenDigits() {
        Random random = new Random(1995);
        for (int i = 0; i < 200_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(24) - 8);
            BigDecimal expected = new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_UP));

            assertThat(decimal.write(value)).isTrue();
            assertThat(new BigDecimal(shown())).isEqualByComparingTo(expected);
            assertThat(new BigDecimal(text(Double.toString(value)))).isEqualByComparingTo(expected);
        }
    }

    @Test
    void rejectsDoublesThatAreNoNumbers() {
        assertThat(decimal.write(Double.NaN)).isFalse();
        assertThat(decimal.write(Double.NEGATIVE_INFINITY)).isFalse();
        assertThat(decimal.write(-0.0)).isTrue();
        assertThat(shown()).isEqualTo("0");
    }

    private String text(String stored) {
        byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);
        assertThat(decimal.write(bytes, bytes.length)).as(stored).isTrue();
        return shown();
    }

    private String shown() {
        return new String(decimal.bytes(), 0, decimal.length(), StandardCharsets.US_ASCII);
    }
}
