package org.xianbao.export.edition;

import java.time.OffsetDateTime;
import org.xianbao.definition.Bilingual;

/**
 * A return that had not come in when the edition was closed.
 *
 * @param deadline later than the closing: it was not due yet
 */
public record MissingReturn(
        String returnName, Bilingual title, String region, String regionName, String period, OffsetDateTime deadline) {}
