package org.xianbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Definitions and workbooks of the benchmark, the same every time; made once. */
final class Material {
    static final int SMALL = 500;
    static final int SMALL_ROWS = 20;
    static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    static final int BASELINE_ROWS = Integer.getInteger("bench.baseline.rows", 200_000);

    private final Path root;

    Material(Path root) {
        this.root = root;
    }

    Path jobs() {
        return root.resolve("jobs");
    }

    /** The inbox with the one roster. */
    Path roster() {
        return root.resolve("inbox-roster-" + ROWS);
    }

    /** The inbox with the small workbooks, one a county. */
    Path small() {
        return root.resolve("inbox-small");
    }

    /** The folder of the workbook that the baseline reads. */
    Path baseline() {
        return root.resolve("inbox-roster-" + BASELINE_ROWS);
    }

    void make() throws IOException {
        definitions();
        once(roster(), folder -> roster(folder, ROWS));
        once(baseline(), folder -> roster(folder, BASELINE_ROWS));
        once(small(), folder -> {
            for (int county = 0; county < SMALL; county++) {
                new Roster(county, 1, SMALL_ROWS).write(folder.resolve("%03d.xlsx".formatted(county)));
            }
        });
    }

    private static void roster(Path folder, int rows) throws IOException {
        new Roster(0, 2, rows).write(folder.resolve("roster.xlsx"));
    }

    @FunctionalInterface
    private interface Making {
        void into(Path folder) throws IOException;
    }

    /** A folder that is there is whole: it is made under another name. */
    private static void once(Path folder, Making making) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        delete(half);
        Files.createDirectories(half);
        making.into(half);
        Files.move(half, folder);
    }

    private void definitions() throws IOException {
        delete(jobs());
        Path resources = Path.of("src", "test", "resources", "bench", "jobs");
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = jobs().resolve(resources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        StringBuilder regions = new StringBuilder("code,name,level,parent,from,to,aliases\n");
        StringBuilder reporters = new StringBuilder("region,return,from,to,exempt\n");
        regions.append("100000,全国,nation,,1949-10-01,,\n");
        List<String> provinces = Roster.PROVINCES;
        for (int i = 0; i < provinces.size(); i++) {
            regions.append(11 + i).append("0000,").append(provinces.get(i)).append(",province,100000,1949-10-01,,\n");
        }
        for (int i = 0; i < SMALL; i++) {
            String code = Roster.countyCode(i);
            if (i % 50 == 0) {
                String prefecture = code.substring(0, 4) + "00";
                regions.append(prefecture).append(',').append(i / 50 + 1).append("号市,prefecture,110000,1949-10-01,,\n");
            }
            regions.append(
                    "%s,%s,county,%s00,1949-10-01,,%n".formatted(code, Roster.countyName(i), code.substring(0, 4)));
            reporters.append(code).append(",worker,2018-01-01,,\n");
        }
        Files.writeString(jobs().resolve("lists/regions.csv"), regions);
        Files.writeString(jobs().resolve("lists/reporters.csv"), reporters);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
