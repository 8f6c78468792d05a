package org.xianbao.schedule;

/** Published when what the clock started broke off; it is tried again. */
public record FiringFailed(String job, Exception cause) {}
