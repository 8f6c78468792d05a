package org.xianbao.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * What one submission contributes to a figure, and the cells it comes from.
 *
 * @param region the one measured, as a rule the reporter
 * @param value of a ratio the numerator; of what is counted once, how many it names
 * @param cells by column, those that are measured first; empty when they could not be told, see {@link Proof#unread}
 */
public record Contribution(
        Submission submission,
        String region,
        BigDecimal value,
        @Nullable BigDecimal denominator,
        String qualifier,
        List<ColumnCells> cells,
        Proof proof) {

    /**
     * A submission, with the workbook it was found in.
     *
     * @param reporter code of the reporting county
     * @param county its name then
     * @param workbook what the file was called when it came in
     * @param hash SHA-256 of its bytes, hex
     * @param sheetIndex zero-based
     * @param revision 1 for the first that came for this county and period
     * @param version of the return's definition file: its SHA-256, hex, first 12 digits
     * @param read fingerprint of the definitions it was read with; null when that was not kept
     * @param judged fingerprint of the definitions it was judged and measured with; null when that was not kept
     */
    public record Submission(
            long id,
            String returnName,
            Bilingual title,
            String reporter,
            String county,
            String period,
            LocalDate since,
            String workbook,
            String hash,
            OffsetDateTime receivedAt,
            String sheet,
            int sheetIndex,
            int revision,
            String version,
            @Nullable String read,
            @Nullable String judged) {}
}
