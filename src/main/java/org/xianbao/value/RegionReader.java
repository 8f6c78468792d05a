package org.xianbao.value;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Region;

/**
 * Places, stored by the code that is valid on a day. A name that several places have is taken for the one in the
 * reporting county, when there is just one in it. What was found once is known by its bytes.
 */
final class RegionReader implements ValueReader {
    private static final int KNOWN = 10_000;
    private static final int SHOWN = 5;
    private static final String EXAMPLE = "天镇县 / 山西省大同市天镇县 / 140222";

    private final Regions regions;
    private final LocalDate on;
    private final @Nullable String county;
    private final ByteKeys<byte[]> known = new ByteKeys<>();

    RegionReader(Regions regions, LocalDate on, @Nullable String county) {
        this.regions = regions;
        this.on = on;
        this.county = county;
    }

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        if (cell.kind() != CellKind.TEXT && cell.kind() != CellKind.NUMBER) {
            return false;
        }
        byte[] code = known.get(cell.bytes(), cell.start(), cell.end());
        if (code == null) {
            return false;
        }
        fields.text(code, 0, code.length);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        if (cell.kind() != CellKind.TEXT && cell.kind() != CellKind.NUMBER) {
            return Refusal.of("not-a-region", EXAMPLE);
        }
        Regions.Match match = regions.match(text, on, null);
        if (match instanceof Regions.Match.Ambiguous && county != null) {
            Regions.Match own = regions.match(text, on, county);
            match = own instanceof Regions.Match.Found ? own : match;
        }
        if (match instanceof Regions.Match.Found found) {
            write(cell, found.region().code(), fields);
            return null;
        }
        if (match instanceof Regions.Match.Ambiguous ambiguous) {
            return Refusal.of("region-ambiguous", listed(ambiguous.candidates(), false));
        }
        return match instanceof Regions.Match.NotThen other
                ? Refusal.of("region-not-valid-then", listed(other.others(), true))
                : Refusal.of("not-a-region", EXAMPLE);
    }

    private void write(Slice cell, String code, FieldSink fields) {
        byte[] utf8 = code.getBytes(StandardCharsets.UTF_8);
        if (known.size() < KNOWN) {
            known.put(cell.bytes(), cell.start(), cell.end(), utf8);
        }
        fields.text(utf8, 0, utf8.length);
    }

    private static String listed(List<Region> regions, boolean validity) {
        return regions.stream()
                        .limit(SHOWN)
                        .map(r -> r.name() + " " + r.code() + (validity ? validity(r) : ""))
                        .collect(Collectors.joining(", "))
                + (regions.size() > SHOWN ? " …" : "");
    }

    private static String validity(Region region) {
        return " (" + region.from() + "—" + (region.to() == null ? "" : region.to()) + ")";
    }
}
