package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void givesUpTheBestPairForTheBestWhole() {
        double[][] score = {{0.9, 0.8}, {0.8, 0.1}};

        assertThat(Assignment.best(score)).containsExactly(1, 0);
    }

    @Test
    void leavesAloneWhatSuitsNothing() {
        double[][] score = {{0, 0.4, -1}, {0, 0, 0}, {0, 0.5, 0}};

        assertThat(Assignment.best(score)).containsExactly(Assignment.NONE, Assignment.NONE, 1);
        assertThat(Assignment.best(new double[][] {})).isEmpty();
        assertThat(Assignment.best(new double[][] {{}, {}})).containsExactly(Assignment.NONE, Assignment.NONE);
    }

    @Test
    void findsWhatTryingEveryWayFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            double[][] score = new double[random.nextInt(5) + 1][random.nextInt(5) + 1];
            for (double[] row : score) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(3) == 0 ? 0 : random.nextInt(100);
                }
            }
            int[] best = Assignment.best(score);
            double sum = 0;
            for (int i = 0; i < best.length; i++) {
                sum += best[i] == Assignment.NONE ? 0 : score[i][best[i]];
            }
            assertThat(Arrays.stream(best).boxed())
                    .filteredOn(j -> j != Assignment.NONE)
                    .doesNotHaveDuplicates();
            assertThat(sum).isEqualTo(greatest(score, 0, 0));
        }
    }

    private static double greatest(double[][] score, int row, int taken) {
        if (row == score.length) {
            return 0;
        }
        double greatest = greatest(score, row + 1, taken);
        for (int j = 0; j < score[row].length; j++) {
            if ((taken & 1 << j) == 0) {
                greatest = Math.max(greatest, score[row][j] + greatest(score, row + 1, taken | 1 << j));
            }
        }
        return greatest;
    }
}
