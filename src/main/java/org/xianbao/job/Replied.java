package org.xianbao.job;

/**
 * The replies of a night.
 *
 * @param folder where they are, below the home; empty when there are none
 * @param replies annotated workbooks written
 * @param receipts written
 * @param failed workbooks whose reply could not be written
 * @param askedSince of the annotated workbooks those that were judged before and have new queries
 */
public record Replied(String folder, int replies, int receipts, int failed, int askedSince) {
    static final Replied NONE = new Replied("", 0, 0, 0, 0);

    Replied then(Replied later) {
        return new Replied(
                later.folder.isEmpty() ? folder : later.folder,
                replies + later.replies,
                receipts + later.receipts,
                failed + later.failed,
                askedSince + later.askedSince);
    }
}
