package org.xianbao.value;

import java.util.Map;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Missing;
import org.xianbao.definition.Period;

/**
 * What converting one submission's cells depends on beside the column. Immutable.
 *
 * @param lists code lists by name
 * @param missing what a mark means on this form; the empty string stands for a blank cell
 * @param period of the submission: places are looked up as of its last day, and {@code period} columns have its
 *     frequency
 * @param key of personal data
 * @param grouping of numbers that were typed as text
 */
public record ConversionContext(
        Regions regions,
        Map<String, CodeList> lists,
        Map<String, Missing> missing,
        Period period,
        PersonalKey key,
        Grouping grouping) {

    public ConversionContext {
        lists = Map.copyOf(lists);
        missing = Map.copyOf(missing);
    }
}
