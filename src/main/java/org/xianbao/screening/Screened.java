package org.xianbao.screening;

import java.util.List;
import org.xianbao.definition.Period;

/**
 * What a period was found to hold.
 *
 * @param returns how many were screened
 * @param outlying how many of them stand out
 * @param first the ones to look at first, the most important one first
 */
public record Screened(Period period, int returns, int outlying, List<Suspect> first) {
    public Screened {
        first = List.copyOf(first);
    }
}
