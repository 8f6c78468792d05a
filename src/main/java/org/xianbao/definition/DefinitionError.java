package org.xianbao.definition;

/**
 * One mistake in a definition.
 *
 * @param file relative to the definitions' root
 * @param line 1-based
 * @param column 1-based
 * @param message English, for the operator, with the key and the nearest valid one where a key is wrong
 */
public record DefinitionError(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
