package org.xianbao.load;

import org.jspecify.annotations.Nullable;

/**
 * One reading of one workbook.
 *
 * @param hash SHA-256 of its bytes, hex
 * @param name what it was called when it came in
 * @param sheetIndex the only sheet to read, zero-based; null for all
 */
public record Reading(
        long id, String hash, String name, @Nullable Integer sheetIndex) {}
