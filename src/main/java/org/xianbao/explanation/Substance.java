package org.xianbao.explanation;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.xianbao.definition.ExplanationPolicy;

/**
 * What an explanation says beside empty phrases, the question itself and the figure in question, measured in different
 * letters: signs and digits explain nothing, nor does a word over and over. Immutable.
 */
public final class Substance {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]+");
    private static final int LONGEST = 300;

    private final int least;
    private final List<String> empty;

    public Substance(ExplanationPolicy policy) {
        this.least = policy.least();
        this.empty = policy.empty().stream()
                .map(Substance::plain)
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
        String all = plain(said);
        if (all.isEmpty()) {
            return Optional.of(Fault.SAYS_NOTHING);
        }
        String meant = withoutPhrases(all);
        if (different(meant) < least) {
            return Optional.of(meant.equals(all) ? Fault.TOO_SHORT : Fault.SAYS_NOTHING);
        }
        List<String> words = words(meant);
        boolean repeats = asked.stream().anyMatch(a -> repeats(words, words(withoutPhrases(plain(a)))));
        return repeats ? Optional.of(Fault.REPEATS) : Optional.empty();
    }

    private String withoutPhrases(String plain) {
        String rest = plain;
        for (String phrase : empty) {
            rest = rest.replace(phrase, "");
        }
        return rest;
    }

    /** Whether next to nothing is left when what the question says too, in the same order, is taken away. */
    private boolean repeats(List<String> said, List<String> question) {
        int own = (least + 1) / 2;
        return length(said) - length(question) < own && length(said) - common(said, question) < own;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /** The length of the longest common subsequence. */
    private static int common(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String word : one) {
            int diagonal = 0;
            for (int k = 1; k < row.length; k++) {
                int above = row[k];
                row[k] = word.equals(other.get(k - 1)) ? diagonal + word.length() : Math.max(above, row[k - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }

    private static long different(String plain) {
        return plain.codePoints().filter(c -> c != ' ').distinct().count();
    }

    /** Each Chinese character is a word; no question is longer than some hundred. */
    private static List<String> words(String plain) {
        return WORD.matcher(plain)
                .results()
                .limit(LONGEST)
                .map(MatchResult::group)
                .toList();
    }

    /** The letters alone, in one form, a space between words of other than Chinese characters. */
    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ");
        return letters.replaceAll("(?<=\\p{IsHan}) | (?=\\p{IsHan})", "").strip();
    }
}
