package org.xianbao.reply;

import java.time.LocalDate;
import java.util.List;

/**
 * A reply that is due.
 *
 * @param run that owes it, which need not be the one that read the workbook
 * @param hash SHA-256 of the workbook's bytes, hex
 * @param night whose folder it goes to
 * @param findings whether there is anything to mark; else the receipts are all there is
 * @param name of the annotated workbook, without its ending
 */
public record Planned(
        long reading,
        String run,
        String hash,
        LocalDate night,
        boolean findings,
        String name,
        List<Receipted> receipts) {

    /**
     * A receipt that is due.
     *
     * @param region the county it goes to, whose part of the workbook it tells; empty when no return was recognised
     * @param name without its ending
     */
    record Receipted(String region, String name) {}
}
