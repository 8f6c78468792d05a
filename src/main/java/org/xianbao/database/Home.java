package org.xianbao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one directory under which everything is kept that running makes.
 *
 * @param root absolute
 */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** The bytes of every file received, under their SHA-256. */
    public Path store() {
        return directory("store");
    }

    /** The embedded server's data, its settings and its log. */
    public Path postgres() {
        return directory("postgres");
    }

    /** What goes back to the counties, a folder a night; it holds what they sent. */
    public Path replies() {
        return directory("replies");
    }

    /** Published editions as files, a folder an edition; and the data dictionary. */
    public Path exports() {
        return directory("exports");
    }

    /** What is written about faults that nobody foresaw. */
    public Path logs() {
        return directory("logs");
    }

    /** The file with the key of the keyed hashes; may not exist yet. */
    public Path key() {
        return directory("").resolve("key");
    }

    /** A directory under the home, made when missing, for its owner only. */
    private Path directory(String name) {
        Path directory = root.resolve(name);
        try {
            return Files.createDirectories(directory, ownerOnly());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directory " + directory, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
