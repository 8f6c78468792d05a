package org.xianbao.definition;

/** A text in Chinese and English; {@code en} falls back to {@code zh} where none was declared. */
public record Bilingual(String zh, String en) {}
