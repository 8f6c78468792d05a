package org.xianbao.period;

import org.jspecify.annotations.Nullable;

/**
 * The frozen figures of one period.
 *
 * @param n counts the period's editions from 1
 * @param submissions how many it rests on
 * @param figures how many it holds
 * @param checksum SHA-256 over its figures, hex
 */
public record Edition(String period, Kind kind, int n, int submissions, int figures, String checksum) {

    /**
     * {@code 快报* → 定案 → 修订*}: a period has flash editions until one is final, and after that one only revisions.
     * There is one final edition; what changes it is a revision, with a reason.
     */
    public enum Kind {
        FLASH("快报"),
        FINAL("定案"),
        REVISION("修订");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that is stored and shown. */
        public String word() {
            return word;
        }

        /** @param last the kind of the period's newest edition; null when it has none */
        boolean mayFollow(@Nullable Kind last) {
            boolean open = last == null || last == FLASH;
            return open != (this == REVISION);
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(word);
        }
    }
}
