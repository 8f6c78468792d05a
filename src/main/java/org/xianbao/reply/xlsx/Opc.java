package org.xianbao.reply.xlsx;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xianbao.reply.page.PartBroken;

/**
 * A package (ECMA-376-2) on its way into another: parts are written anew, dropped, or at the end copied as they lie in the
 * zip, compressed as they are. Names of parts go without the slash before them, and case does not matter. Not thread-safe.
 */
final class Opc implements AutoCloseable {
    /** A part edited as a document is no larger: styles of 64,000 formats take some 13 MB. */
    private static final long LARGEST_DOCUMENT = 16L << 20;
    /** From here on speed matters more than size. */
    private static final long LARGE = 32L << 20;

    /** The first moment of a zip's calendar: what is written depends on what is said alone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String EMPTY_RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

    /** What is written as a part. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** What a part becomes. */
    @FunctionalInterface
    interface Rewriting<T> {
        T from(InputStream in, OutputStream out) throws IOException;
    }

    private final @Nullable ZipFile source;
    private final ZipArchiveOutputStream target;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    private Opc(@Nullable ZipFile source, Path target) throws IOException {
        this.source = source;
        this.target = new ZipArchiveOutputStream(target);
        if (source != null) {
            Enumeration<ZipArchiveEntry> all = source.getEntries();
            while (all.hasMoreElements()) {
                ZipArchiveEntry entry = all.nextElement();
                entries.putIfAbsent(key(entry.getName()), entry);
            }
        }
    }

    static Opc patch(Path original, Path target) throws IOException {
        ZipFile source;
        try {
            source = ZipFile.builder().setPath(original).get();
        } catch (IOException | RuntimeException e) {
            throw new PartBroken("the package", e);
        }
        try {
            return new Opc(source, target);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** A package with nothing in it yet. */
    static Opc create(Path target) throws IOException {
        return new Opc(null, target);
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return entries.containsKey(key(part)) || documents.containsKey(key(part)) || done.contains(key(part));
    }

    /** A part's bytes, as they came. */
    InputStream open(String part) {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null || source == null) {
            throw new PartBroken(part, null);
        }
        try {
            return source.getInputStream(entry);
        } catch (IOException e) {
            throw new PartBroken(part, e);
        }
    }

    /** A part as text in UTF-8, which is what all programs write. */
    InputStream utf8(String part) throws IOException {
        InputStream in = new BufferedInputStream(open(part));
        in.mark(128);
        String head = new String(in.readNBytes(128), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        in.reset();
        int encoding = head.indexOf("encoding=");
        boolean other = encoding >= 0 && !head.startsWith("utf-8", encoding + 10);
        if (other || head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            in.close();
            throw new PartBroken(part + ", which is not UTF-8,", null);
        }
        return in;
    }

    /** A part as a document; what is changed in it is written at the end. */
    Document document(String part) {
        names.putIfAbsent(key(part), part);
        return documents.computeIfAbsent(key(part), k -> parse(part));
    }

    private Document parse(String part) {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry != null && entry.getSize() > LARGEST_DOCUMENT) {
            throw new PartBroken(part, null);
        }
        return Xml.parse(part, open(part));
    }

    /** A part of ours as a document. */
    Document create(String part, String xml) {
        Document document = Xml.parse(part, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        names.putIfAbsent(key(part), part);
        documents.put(key(part), document);
        return document;
    }

    /** What a part points to; to be changed through what is given. */
    Relations relations(String part) {
        String name = Relations.of(part);
        return new Relations(part, has(name) ? document(name) : create(name, EMPTY_RELATIONS));
    }

    ContentTypes types() {
        return new ContentTypes(document(ContentTypes.PART));
    }

    /** Makes known a part of ours that another points to; gives the id by which it does. */
    String link(String part, String contentType, Relations from, String relationType) {
        types().set(part, contentType);
        return from.add(relationType, part);
    }

    /** A name for a part of ours that no other has: {@code xl/worksheets/sheetN.xml}. */
    String free(String before, String after) {
        int n = 1;
        while (has(before + n + after)) {
            n++;
        }
        return before + n + after;
    }

    void drop(String part) {
        documents.remove(key(part));
        entries.remove(key(part));
    }

    /** Writes a part; its place in the zip is here. */
    void write(String part, Content content) throws IOException {
        ZipArchiveEntry old = entries.get(key(part));
        ZipArchiveEntry entry = new ZipArchiveEntry(old == null ? part : old.getName());
        entry.setTimeLocal(old == null ? NO_TIME : old.getTimeLocal());
        target.setLevel(old != null && old.getSize() > LARGE ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
        target.putArchiveEntry(entry);
        OutputStream out = new BufferedOutputStream(target, 1 << 16);
        content.to(out);
        out.flush();
        target.closeArchiveEntry();
        done.add(key(part));
    }

    /** Writes a part from what it was, which is text in UTF-8, and gives what that gave. */
    <T> T rewrite(String part, Rewriting<T> rewriting) throws IOException {
        List<T> given = new ArrayList<>();
        write(part, out -> {
            try (InputStream in = utf8(part)) {
                given.add(rewriting.from(in, out));
            }
        });
        return given.get(0);
    }

    /** Copies a part as it is, if it is there and not yet dealt with. */
    void copy(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry != null && source != null && !documents.containsKey(key(part)) && done.add(key(part))) {
            target.addRawArchiveEntry(entry, source.getRawInputStream(entry));
        }
    }

    /** Writes what is left: documents, unless they are as they were, then the parts that nobody touched. */
    void finish() throws IOException {
        for (String part : names.values()) {
            save(part);
        }
        for (String part : entries.keySet()) {
            copy(part);
        }
        target.finish();
    }

    /** Writes a document, unless it is as it was, and lets go of it. */
    void save(String part) throws IOException {
        Document document = documents.remove(key(part));
        if (document != null && changed(part, document)) {
            write(part, out -> Xml.write(document, out));
        }
    }

    private boolean changed(String part, Document document) {
        return entries.containsKey(key(part))
                ? !document.isEqualNode(parse(part))
                : document.getDocumentElement().hasChildNodes();
    }

    @Override
    public void close() throws IOException {
        try (target) {
            if (source != null) {
                source.close();
            }
        }
    }
}
