package org.xianbao.form;

import java.util.Arrays;

/**
 * The best assignment of rows to columns: of all ways to pair them, each at most once, the one with the greatest sum of
 * scores (Kuhn and Munkres, with potentials). A pair without a positive score is never made.
 */
final class Assignment {
    /** No partner. */
    static final int NONE = -1;

    private final double[][] score;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    /** One-based row by one-based column; 0 for none. Column 0 holds the row that looks for its place. */
    private final int[] rowOf;

    private Assignment(double[][] score) {
        this.score = score;
        this.rows = score.length;
        // To stay alone is a column of one's own, with score 0.
        this.columns = (rows == 0 ? 0 : score[0].length) + rows;
        this.rowPotential = new double[rows + 1];
        this.columnPotential = new double[columns + 1];
        this.rowOf = new int[columns + 1];
    }

    /**
     * @param score a row each, all of the same length
     * @return the column of each row, zero-based, or {@link #NONE}
     */
    static int[] best(double[][] score) {
        return new Assignment(score).solve();
    }

    private int[] solve() {
        for (int row = 1; row <= rows; row++) {
            place(row);
        }
        int[] partner = new int[rows];
        Arrays.fill(partner, NONE);
        for (int column = 1; column <= columns - rows; column++) {
            int row = rowOf[column] - 1;
            if (row >= 0 && score[row][column - 1] > 0) {
                partner[row] = column - 1;
            }
        }
        return partner;
    }

    /** Finds the row's place along the shortest augmenting path. */
    private void place(int row) {
        double[] nearest = new double[columns + 1];
        int[] from = new int[columns + 1];
        boolean[] used = new boolean[columns + 1];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            used[column] = true;
            int next = reach(column, nearest, from, used);
            shift(nearest[next], nearest, used);
            column = next;
        }
        while (column != 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }

    /** The unused column that is nearest once this one is used. */
    private int reach(int column, double[] nearest, int[] from, boolean[] used) {
        int next = 0;
        for (int j = 1; j <= columns; j++) {
            if (used[j]) {
                continue;
            }
            double cost = cost(rowOf[column], j) - rowPotential[rowOf[column]] - columnPotential[j];
            if (cost < nearest[j]) {
                nearest[j] = cost;
                from[j] = column;
            }
            if (next == 0 || nearest[j] < nearest[next]) {
                next = j;
            }
        }
        return next;
    }

    private void shift(double by, double[] nearest, boolean[] used) {
        for (int j = 0; j <= columns; j++) {
            if (used[j]) {
                rowPotential[rowOf[j]] += by;
                columnPotential[j] -= by;
            } else {
                nearest[j] -= by;
            }
        }
    }

    private double cost(int row, int column) {
        return column > columns - rows ? 0 : -Math.max(0, score[row - 1][column - 1]);
    }
}
