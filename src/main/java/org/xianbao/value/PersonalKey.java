package org.xianbao.value;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * The key under which personal data is hashed: HMAC-SHA256 (RFC 2104) with the pads digested once. Thread-safe. What is
 * hashed under one key can only be compared with what was hashed under the same.
 */
public final class PersonalKey {
    /** The environment variable, or property, that holds the key as any text of at least 16 characters. */
    public static final String VARIABLE = "XIANBAO_KEY";

    /** Bytes of a hash. */
    public static final int HASH_BYTES = 32;

    private static final String FILE = "personal.key";
    private static final int BLOCK = 64;
    private static final int SHORTEST = 16;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private PersonalKey(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        inner = padded(block, 0x36);
        outer = padded(block, 0x5c);
    }

    /**
     * The key from {@code XIANBAO_KEY} in {@code settings} (environment or properties), else from the key file in
     * {@code home}, which is made, readable by its owner alone, when there is none.
     *
     * @throws IOException when the key file can be neither read nor made
     * @throws IllegalArgumentException when the key is too short to be one
     */
    public static PersonalKey load(Path home, Map<String, String> settings) throws IOException {
        String given = settings.get(VARIABLE);
        return of(given != null && !given.isBlank() ? given.strip() : stored(home.resolve(FILE)));
    }

    /** A key of this text, UTF-8. */
    public static PersonalKey of(String key) {
        byte[] bytes = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("the key of personal data has less than " + SHORTEST + " bytes");
        }
        return new PersonalKey(bytes);
    }

    private static String stored(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[HASH_BYTES];
        new SecureRandom().nextBytes(key);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        // written whole and readable by its owner alone before it gets its name: two first runs agree on one key
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its key is the key
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The keyed hash of the bytes from {@code start} (inclusive) to {@code end} (exclusive); 32 bytes of its own. */
    public byte[] hash(byte[] bytes, int start, int end) {
        try {
            MessageDigest digest = (MessageDigest) inner.clone();
            digest.update(bytes, start, end - start);
            byte[] hash = new byte[HASH_BYTES];
            digest.digest(hash, 0, HASH_BYTES);
            MessageDigest last = (MessageDigest) outer.clone();
            last.update(hash);
            last.digest(hash, 0, HASH_BYTES);
            return hash;
        } catch (CloneNotSupportedException | DigestException e) {
            throw new IllegalStateException("SHA-256 of this Java cannot be cloned", e);
        }
    }

    private static MessageDigest padded(byte[] block, int pad) {
        MessageDigest digest = sha256();
        for (byte b : block) {
            digest.update((byte) (b ^ pad));
        }
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "PersonalKey[hidden]";
    }
}
