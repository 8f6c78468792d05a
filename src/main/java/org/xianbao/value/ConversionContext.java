package org.xianbao.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param county code of the reporting county, which settles names that several places have; null when it is not known
 */
public record ConversionContext(
        Regions regions,
        Map<String, CodeList> lists,
        Map<String, Missing> missing,
        Period period,
        PersonalKey key,
        Grouping grouping,
        @Nullable String county) {

    public ConversionContext {
        lists = Map.copyOf(lists);
        missing = Map.copyOf(missing);
    }

    /** Of a county that is not known. */
    public ConversionContext(
            Regions regions,
            Map<String, CodeList> lists,
            Map<String, Missing> missing,
            Period period,
            PersonalKey key,
            Grouping grouping) {
        this(regions, lists, missing, period, key, grouping, null);
    }
}
