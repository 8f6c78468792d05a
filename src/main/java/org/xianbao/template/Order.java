package org.xianbao.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;

/**
 * Which blank form is wanted.
 *
 * @param definition the edition of the form that is valid for the period
 * @param county who fills it in; null when that is left open
 * @param previous the county's rows of the period before, to be taken over
 * @param rows lines of a roster to leave open beside those
 */
public record Order(
        ReturnDefinition definition,
        Period period,
        @Nullable Region county,
        List<PreviousRow> previous,
        int rows) {}
