package org.xianbao.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The valid word that comes nearest to a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** Every command and option that may stand where the command's words stand. */
    static Set<String> words(CommandSpec spec) {
        Set<String> words = new LinkedHashSet<>(spec.subcommands().keySet());
        spec.options().forEach(o -> words.addAll(java.util.List.of(o.names())));
        return words;
    }

    /** Empty when none is near: more than a third of the letters differ. */
    static Optional<String> of(String word, Collection<String> valid) {
        return valid.stream()
                .min(Comparator.comparingInt(v -> distance(word, v)))
                .filter(v -> distance(word, v) <= Math.max(1, Math.max(word.length(), v.length()) / 3));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
