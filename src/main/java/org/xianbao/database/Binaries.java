package org.xianbao.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once for this user and machine into a cache directory, named by the archive's
 * digest.
 */
final class Binaries {
    private final Path directory;

    private Binaries(Path directory) {
        this.directory = directory;
    }

    /** What a program ended with, and what it printed. */
    record Ran(int code, String output) {}

    static Binaries unpacked() {
        try {
            byte[] archive = archive();
            Path directory = cache().resolve("postgresql-" + digest(archive));
            if (!Files.isDirectory(directory)) {
                unpack(archive, directory);
            }
            return new Binaries(directory);
        } catch (IOException e) {
            throw new DatabaseUnavailable("the embedded PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** Runs {@code initdb} or {@code pg_ctl} to its end. PostgreSQL refuses root, so root goes by another name. */
    Ran run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
        return new Ran(process.exitValue(), output.strip());
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("win") && !system.contains("darwin")
                ? "Windows"
                : system.contains("mac") ? "Darwin" : "Linux";
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "there is no embedded PostgreSQL for " + name + " on " + machine + "; set spring.datasource.url",
                    e);
        }
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("xianbao");
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into a directory of its own first, so that a half unpacked one is never taken for whole. */
    private static void unpack(byte[] archive, Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        Path half = Files.createTempDirectory(directory.getParent(), "unpacking");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, half.resolve(entry.getName()).normalize());
            }
        }
        try {
            Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // another process was quicker; its copy is as good
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(to.getParent());
            Files.copy(content, to);
            if ((entry.getMode() & 0111) != 0 && !to.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + to + " executable");
            }
        }
    }
}
