package org.xianbao.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Statements too long for a line of Java, in files beside the classes that use them. */
public final class SqlFile {
    private SqlFile() {}

    /**
     * The whole file, comments included.
     *
     * @param beside a class of the room that it belongs to
     * @param name {@code due.sql}
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
