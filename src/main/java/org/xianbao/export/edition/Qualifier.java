package org.xianbao.export.edition;

import java.util.Arrays;
import org.xianbao.definition.Bilingual;

/** How exact a figure is; {@code xianbao.qualifier} is where the signs are made. */
public enum Qualifier {
    EXACT("=", "", "", "确数", "exact"),
    OVER(">", "", "余", "余、多：多于此数", "more than this"),
    UNDER("<", "不足", "", "不足此数", "less than this"),
    ABOUT("≈", "约", "", "约数", "about this"),
    NEARLY("≈<", "近", "", "近：接近而不到此数", "nearly this, but less"),
    ABOUT_OVER("≈>", "约", "余", "约数，略多于此数", "about this, rather more"),
    ROUNDED("= (rounded)", "", "", "四舍五入", "rounded"),
    DERIVED("derived", "", "", "推算", "derived");

    private final String sign;
    private final String before;
    private final String behind;
    private final String zh;
    private final String en;

    Qualifier(String sign, String before, String behind, String zh, String en) {
        this.sign = sign;
        this.before = before;
        this.behind = behind;
        this.zh = zh;
        this.en = en;
    }

    /** As the warehouse writes it. */
    public static Qualifier of(String sign) {
        return Arrays.stream(values())
                .filter(q -> q.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no qualifier is written " + sign));
    }

    public String sign() {
        return sign;
    }

    /** What people write before the number; empty for nothing. */
    public String before() {
        return before;
    }

    /** What people write behind the number; empty for nothing. */
    public String behind() {
        return behind;
    }

    public Bilingual meaning() {
        return new Bilingual(zh, en);
    }
}
