package org.xianbao.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** {@code , did you mean 'heading'?}; without a near word, the valid ones; empty when there are none. */
    static String hint(String word, Collection<String> valid) {
        return to(word, valid)
                .map(near -> ", did you mean '" + near + "'?")
                .orElseGet(() -> valid.isEmpty() ? "" : "; valid: " + String.join(", ", valid));
    }

    /** The valid word with the fewest edits, when at most about a third of the letters differ. */
    static Optional<String> to(String word, Collection<String> valid) {
        int most = Math.max(1, (word.length() + 1) / 3);
        return valid.stream()
                .filter(v -> Math.abs(v.length() - word.length()) <= most && edits(word, v) <= most)
                .min(Comparator.comparingInt(v -> edits(word, v)));
    }

    /** Damerau-Levenshtein distance (optimal string alignment): a swap of neighbours is one edit. */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
