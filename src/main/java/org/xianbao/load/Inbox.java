package org.xianbao.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folders where workbooks arrive, or one file. What it finds stays where it is. */
public final class Inbox {
    private final List<Path> folders;

    private Inbox(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * @param place under the working directory: a folder, or a folder and a glob over its folders: {@code input-samples/20*}
     * @throws InboxMissing when there is no such folder
     */
    public static Inbox at(String place) {
        Path base = Path.of("");
        String parent = place.contains("/") ? place.substring(0, place.lastIndexOf('/')) : "";
        String last = place.substring(place.lastIndexOf('/') + 1);
        if (!last.contains("*")) {
            Path folder = base.resolve(place);
            if (!Files.exists(folder)) {
                throw new InboxMissing("inbox " + folder + " does not exist");
            }
            return new Inbox(List.of(folder));
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(base.resolve(parent), last)) {
            matching.forEach(folders::add);
        } catch (IOException e) {
            throw new InboxMissing("inbox " + base.resolve(parent) + " cannot be read: " + e.getMessage());
        }
        folders.sort(Comparator.naturalOrder());
        return new Inbox(folders);
    }

    /** The inbox or its parent is not there. */
    public static final class InboxMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InboxMissing(String message) {
            super(message);
        }
    }

    /** Every file in it, folders within folders included, oldest first; lock files of office programs are left out. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(Files::isRegularFile).filter(Inbox::sent).forEach(files::add);
            }
        }
        List<Arrived> arrived = new ArrayList<>();
        for (Path file : files) {
            arrived.add(new Arrived(Files.getLastModifiedTime(file), file));
        }
        return arrived.stream()
                .sorted(Comparator.comparing(Arrived::at).thenComparing(Arrived::file))
                .map(Arrived::file)
                .toList();
    }

    private record Arrived(FileTime at, Path file) {}

    private static boolean sent(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith("~$")
                && !name.startsWith(".")
                && !name.equals("thumbs.db")
                && !name.equals("desktop.ini")
                && !name.endsWith(".tmp")
                && !name.endsWith(".part");
    }
}
