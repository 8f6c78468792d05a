package org.xianbao.definition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files under a definitions' root, read once, by name in order. */
final class DefinitionFiles {

    /**
     * @param name relative to the root, with {@code /}
     * @param text without a byte order mark
     */
    record Text(String name, String text, String sha256) {

        /** See {@link DefinitionSource#version}. */
        String version() {
            return sha256.substring(0, DefinitionSource.VERSION_DIGITS);
        }
    }

    private final TreeMap<String, Text> texts = new TreeMap<>();
    private final List<String> strange = new ArrayList<>();
    private @Nullable String known;

    /** Files that were read once; their fingerprint is known, their whole digests are not. */
    static DefinitionFiles of(List<DefinitionSource> sources, String fingerprint) {
        DefinitionFiles files = new DefinitionFiles();
        sources.forEach(s -> files.texts.put(s.file(), new Text(s.file(), s.text(), s.version())));
        files.known = fingerprint;
        return files;
    }

    /** Reads every {@code .yaml} and {@code .csv} file; what cannot be read is a mistake. */
    static DefinitionFiles read(Path root, Mistakes mistakes) {
        DefinitionFiles files = new DefinitionFiles();
        if (!Files.isDirectory(root)) {
            mistakes.add(root.toString(), 1, 1, "there is no such directory of definitions");
            return files;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).forEach(path -> files.add(root, path, mistakes));
        } catch (IOException | java.io.UncheckedIOException e) {
            mistakes.add(root.toString(), 1, 1, "the directory cannot be read: " + e.getMessage());
        }
        return files;
    }

    private void add(Path root, Path path, Mistakes mistakes) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (Stream.of(name.split("/")).anyMatch(part -> part.startsWith("."))) {
            return;
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".csv")) {
            strange.add(name);
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            texts.put(name, new Text(name, text.startsWith("\uFEFF") ? text.substring(1) : text, sha256(bytes)));
        } catch (CharacterCodingException e) {
            mistakes.add(name, 1, 1, "the file is not UTF-8");
        } catch (IOException e) {
            mistakes.add(name, 1, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    Optional<Text> get(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    List<Text> matching(Predicate<String> names) {
        return texts.values().stream().filter(t -> names.test(t.name())).toList();
    }

    /** Names of files that are neither YAML nor CSV. */
    List<String> others() {
        return strange;
    }

    List<String> names() {
        return List.copyOf(texts.keySet());
    }

    List<DefinitionSource> sources() {
        return texts.values().stream()
                .map(t -> new DefinitionSource(t.name(), t.version(), t.text()))
                .toList();
    }

    /** SHA-256 over all names and contents in the names' order, hex. */
    String fingerprint() {
        if (known != null) {
            return known;
        }
        StringBuilder all = new StringBuilder();
        texts.values()
                .forEach(t ->
                        all.append(t.name()).append('\n').append(t.sha256()).append('\n'));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", e);
        }
    }
}
