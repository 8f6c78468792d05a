package org.xianbao.period;

/**
 * The frozen figures of one period.
 *
 * @param n counts the period's editions from 1
 * @param submissions how many it rests on
 * @param figures how many it holds
 * @param checksum SHA-256 over the ordered content, hex
 */
public record Edition(String period, Kind kind, int n, int submissions, int figures, String checksum) {

    /** 快报 → 定案 → 修订. */
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
    }
}
