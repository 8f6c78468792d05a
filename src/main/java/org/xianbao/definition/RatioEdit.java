package org.xianbao.definition;

/**
 * How a figure's change from the period before is held against those of others: the edit of Hidiroglou and Berthelot
 * (Statistical edits for periodic business surveys, Survey Methodology 12, 1986, 73-83), in their letters.
 *
 * @param stratum of the regions within which changes are compared
 * @param u how much more the size of a figure counts than its change: 0 not at all, 1 wholly
 * @param a keeps the bounds apart where most figures change alike
 * @param c how many quartile distances are usual
 * @param fewest changes of which quartiles are taken; a stratum of fewer is taken together with all others
 */
public record RatioEdit(Region.Level stratum, double u, double a, double c, int fewest) {
    static final RatioEdit USUAL = new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 7, 8);
}
