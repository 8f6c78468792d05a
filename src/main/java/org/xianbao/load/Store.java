package org.xianbao.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of every workbook, each under its SHA-256. What is in it stays. Thread-safe. */
public final class Store {
    private final Path root;

    public Store(Path root) {
        this.root = root;
    }

    /** Keeps the file's bytes, on disk when this returns, and gives their SHA-256 in hex. */
    public String put(Path file) throws IOException {
        Files.createDirectories(root);
        Path arriving = Files.createTempFile(root, "arriving", null);
        try {
            String hash = copy(file, arriving);
            Path kept = path(hash);
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                try (FileChannel channel = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** Where the bytes with this SHA-256 are. */
    public Path path(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String copy(Path from, Path to) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = Files.newInputStream(from);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
                in.transferTo(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
