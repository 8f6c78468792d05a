package org.xianbao.definition;

/**
 * A definition file as it was read.
 *
 * @param file relative to the definitions' root, with {@code /}
 * @param version SHA-256 of the file, hex, first 12 digits
 * @param text without a byte order mark
 */
public record DefinitionSource(String file, String version, String text) {
    static final int VERSION_DIGITS = 12;
}
