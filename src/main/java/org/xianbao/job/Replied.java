package org.xianbao.job;

/**
 * The replies of a night.
 *
 * @param folder where they are, below the home; empty when there are none
 * @param replies annotated workbooks written
 * @param receipts written
 * @param failed workbooks whose reply could not be written
 */
public record Replied(String folder, int replies, int receipts, int failed) {
    static final Replied NONE = new Replied("", 0, 0, 0);

    Replied then(Replied later) {
        return new Replied(
                later.folder.isEmpty() ? folder : later.folder,
                replies + later.replies,
                receipts + later.receipts,
                failed + later.failed);
    }
}
