package org.xianbao.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code , did you mean 'heading'?}; without a near word, the valid ones; empty when there are none. */
    static String hint(String word, Collection<String> valid) {
        return to(word, valid)
                .map(near -> ", did you mean '" + near + "'?")
                .orElseGet(() -> valid.isEmpty() ? "" : "; valid: " + String.join(", ", valid));
    }

    /** The valid word with the fewest edits, when at most about a third of the letters differ, or two neighbours are swapped. */
    public static Optional<String> to(String word, Collection<String> valid) {
        int most = Math.max(word.length() > 3 ? 2 : 1, (word.length() + 1) / 3);
        return valid.stream()
                .filter(v -> Math.abs(v.length() - word.length()) <= most && edits(word, v) <= most)
                .min(Comparator.comparingInt(v -> edits(word, v)));
    }

    private static int edits(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
