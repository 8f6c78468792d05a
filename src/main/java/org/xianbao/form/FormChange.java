package org.xianbao.form;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two editions of a form.
 *
 * @param earlier the part of the earlier edition; null when it was added
 * @param later the part of the later edition; null when it was dropped
 * @param before the part of the later edition that it stands behind; null when it is the first, or was dropped
 */
record FormChange(
        Kind kind,
        @Nullable FormPart earlier,
        @Nullable FormPart later,
        @Nullable FormPart before) {

    /** What happened to the part. */
    enum Kind {
        ADDED,
        DROPPED,
        RENAMED,
        /** It stands behind another one than before. */
        MOVED,
        /** It is reported in another unit. */
        UNIT
    }
}
