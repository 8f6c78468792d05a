package org.xianbao.suggest;

import java.util.List;
import java.util.Set;

/**
 * Changes that mend breaches and break nothing.
 *
 * @param breaches those that they mend, all in one
 * @param cost how much has to be believed for it, 0 for the least
 * @param distance from what stood there before, as a sum of logarithms; 0 for the same
 */
record Mend(Set<Breach> breaches, List<Change> changes, int cost, double distance) {
    /** Cells to correct; two that were exchanged are one slip. */
    int slips() {
        return changes.stream().allMatch(c -> c.slip() == Slip.SWAPPED) ? 1 : changes.size();
    }
}
