package org.xianbao.export.edition;

import org.jspecify.annotations.Nullable;

/**
 * A region as it was on the last day of the period.
 *
 * @param parent the code of the region above; null at the top, and where it is not known
 * @param depth 0 at the top
 */
public record Area(
        String code, String name, String level, @Nullable String parent, int depth) {}
