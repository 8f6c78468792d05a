package org.xianbao.disclosure;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How many persons one source counts in each place that may be hidden.
 *
 * @param of without an entry where nothing was reported, which is none
 */
public record Counts(Map<String, BigDecimal> of) {

    BigDecimal in(String place) {
        return of.getOrDefault(place, BigDecimal.ZERO);
    }

    boolean any(String place) {
        return in(place).signum() > 0;
    }
}
