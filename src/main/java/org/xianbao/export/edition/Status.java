package org.xianbao.export.edition;

import org.xianbao.definition.Bilingual;

/** SDMX CL_OBS_STATUS, version 2.2, as far as figures use it. */
public enum Status {
    A("正常", "Normal value"),
    D("口径不同：未报齐", "Definition differs: not all have reported"),
    E("估计", "Estimated value"),
    P("暂定", "Provisional value"),
    Q("未公布：涉及个别对象", "Missing value; suppressed");

    private final String zh;
    private final String en;

    Status(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Bilingual meaning() {
        return new Bilingual(zh, en);
    }
}
