package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SlipsTest {
    @Test
    void undoesPowersOfTenSignsAndExchangedDigits() {
        assertThat(Slips.meant(new BigDecimal("120.5")))
                .contains(
                        new BigDecimal("1205"),
                        new BigDecimal("0.01205"),
                        new BigDecimal("-120.5"),
                        new BigDecimal("210.5"),
                        new BigDecimal("102.5"),
                        new BigDecimal("125"))
                .doesNotContain(new BigDecimal("120.5"));
    }

    @Test
    void meansNothingElseByNought() {
        assertThat(Slips.meant(BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void neverBeginsWithANought() {
        assertThat(Slips.meant(new BigDecimal("105"))).doesNotContain(new BigDecimal("15"));
        assertThat(Slips.meant(new BigDecimal("-105"))).doesNotContain(new BigDecimal("-15"));
    }

    @Test
    void namesTheSlip() {
        assertThat(between("12", "120000")).isEqualTo(Slip.TOO_LARGE);
        assertThat(between("120000", "12")).isEqualTo(Slip.TOO_SMALL);
        assertThat(between("12", "-12")).isEqualTo(Slip.SIGN);
        assertThat(between("120", "210")).isEqualTo(Slip.DIGITS);
        assertThat(between("120", "170")).isEqualTo(Slip.ONE_DIGIT);
        assertThat(between("120", "188")).isEqualTo(Slip.NONE);
    }

    private static Slip between(String meant, String written) {
        return Slips.between(new BigDecimal(meant), new BigDecimal(written));
    }
}
