package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void takesAnEquationApart() {
        assertThat(Comparison.equations("a + b = c")).containsExactly(new Comparison("a + b", "c"));
        assertThat(Comparison.equations("((a) = (b + 1))")).containsExactly(new Comparison("a", "b + 1"));
    }

    @Test
    void takesADifferenceWithinATolerance() {
        assertThat(Comparison.equations("abs(round(a * 100.0 / nullif(b, 0), 1) - c) <= 0.1"))
                .containsExactly(new Comparison("round(a * 100.0 / nullif(b, 0), 1) - c", "0"));
        assertThat(Comparison.equations("1 >= abs(a - b)")).containsExactly(new Comparison("a - b", "0"));
    }

    @Test
    void looksBehindWhatHoldsWhenUnknown() {
        assertThat(Comparison.equations("coalesce(sum(a) filter (where item <> 'total') = max(a), true)"))
                .containsExactly(new Comparison("sum(a) filter (where item <> 'total')", "max(a)"));
        assertThat(Comparison.equations("a is null or a = b")).containsExactly(new Comparison("a", "b"));
    }

    @Test
    void takesEachOfSeveral() {
        assertThat(Comparison.equations("a = b and c between 1 and 2 AND d = 'x and y = z'"))
                .containsExactly(new Comparison("a", "b"), new Comparison("d", "'x and y = z'"));
    }

    @Test
    void leavesAloneWhatIsNoEquation() {
        assertThat(Comparison.equations("a <= b")).isEmpty();
        assertThat(Comparison.equations("not a = b")).isEmpty();
        assertThat(Comparison.equations("a in (1, 2)")).isEmpty();
        assertThat(Comparison.equations("abs(a) - abs(b) <= 1")).isEmpty();
        assertThat(Comparison.equations("(a = b) = (c > d)")).containsExactly(new Comparison("a = b", "c > d"));
    }

    @Test
    void readsACaseAsOneSide() {
        assertThat(Comparison.equations("case when a = 1 and b > 2 then c else d end = e"))
                .containsExactly(new Comparison("case when a = 1 and b > 2 then c else d end", "e"));
    }
}
