package org.xianbao.explanation;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xianbao.definition.ExplanationPolicy;

/**
 * What an explanation says beside empty phrases, the question itself and the figure in question, measured in different
 * letters: signs and digits explain nothing, nor does a word over and over. Immutable.
 */
public final class Substance {
    private final int least;
    private final List<String> empty;

    public Substance(ExplanationPolicy policy) {
        this.least = policy.least();
        this.empty = policy.empty().stream()
                .map(Substance::letters)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Why an explanation does not count, told by the key of its message. */
    public enum Fault {
        /** Nothing but empty phrases: 核实无误. */
        SAYS_NOTHING("explanation-says-nothing"),
        /** The question or the figure in question, and nothing else. */
        REPEATS("explanation-repeats"),
        TOO_SHORT("explanation-too-short");

        private final String key;

        Fault(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * Why this is no explanation; empty when it is one.
     *
     * @param asked what it might repeat: the question in each language, what was reported
     */
    public Optional<Fault> fault(String said, List<String> asked) {
        String all = letters(said);
        if (all.isEmpty()) {
            return Optional.of(Fault.SAYS_NOTHING);
        }
        String meant = withoutPhrases(all);
        if (different(meant) < least) {
            return Optional.of(meant.equals(all) ? Fault.TOO_SHORT : Fault.SAYS_NOTHING);
        }
        return different(beside(meant, asked)) < least ? Optional.of(Fault.REPEATS) : Optional.empty();
    }

    private String withoutPhrases(String letters) {
        String rest = letters;
        for (String phrase : empty) {
            rest = rest.replace(phrase, "");
        }
        return rest;
    }

    private String beside(String meant, List<String> asked) {
        String rest = meant;
        for (String each : asked) {
            String question = withoutPhrases(letters(each));
            if (question.contains(rest)) {
                return "";
            }
            rest = question.isEmpty() ? rest : rest.replace(question, "");
        }
        return rest;
    }

    private static long different(String letters) {
        return letters.codePoints().distinct().count();
    }

    /** The letters alone, in one form. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", "");
    }
}
