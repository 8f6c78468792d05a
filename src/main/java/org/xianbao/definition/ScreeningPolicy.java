package org.xianbao.definition;

/**
 * Which returns are named to be looked at first.
 *
 * @param edit of indicators that have none of their own
 * @param list how many are named
 */
public record ScreeningPolicy(RatioEdit edit, int list) {
    static final ScreeningPolicy USUAL = new ScreeningPolicy(RatioEdit.USUAL, 10);
}
