package org.xianbao.finding;

/** How much a finding weighs; in ascending order. */
public enum Severity {
    /** 提示: information. */
    NOTE,
    /** 核实性: stands once it is explained. */
    QUERY,
    /** 强制性: the return goes back. */
    REJECT
}
