package org.xianbao.reply.page;

import org.xianbao.finding.Severity;

/**
 * How a cell with a finding is marked, ascending. The colours differ in lightness as well as in hue, so that they are told
 * apart in print and by those who do not tell red from green; where there is room for text a sign stands beside them.
 */
public enum Mark {
    /** A query that an explanation answers. */
    ANSWERED("E1E8DF", "○"),
    NOTE("CDE2F6", "●"),
    QUERY("FFE8A0", "▲"),
    REJECT("F4AFA5", "■");

    private final String rgb;
    private final String sign;

    Mark(String rgb, String sign) {
        this.rgb = rgb;
        this.sign = sign;
    }

    public static Mark of(Severity severity, boolean answered) {
        return answered
                ? ANSWERED
                : switch (severity) {
                    case NOTE -> NOTE;
                    case QUERY -> QUERY;
                    case REJECT -> REJECT;
                };
    }

    /** Six hex digits. */
    public String rgb() {
        return rgb;
    }

    public String sign() {
        return sign;
    }
}
