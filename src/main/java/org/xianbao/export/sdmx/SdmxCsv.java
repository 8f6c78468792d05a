package org.xianbao.export.sdmx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.table.CsvText;

/** An edition as SDMX-CSV 2.0 (the data message of SDMX 3.0). It holds codes and numbers only; their names are in the structure. */
public final class SdmxCsv {
    private static final String INFORMATION = "I";

    private SdmxCsv() {}

    public static String of(PublishedEdition edition) {
        CsvText csv = new CsvText();
        csv.line(record("STRUCTURE", "STRUCTURE_ID", "ACTION", id -> id));
        for (Figure figure : edition.figures()) {
            Observation observation = new Observation(edition, figure);
            csv.line(record("datastructure", Dsd.reference(Dsd.ID), INFORMATION, observation::value));
        }
        return csv.toString();
    }

    private static @Nullable Object[] record(String structure, String id, String action, Component component) {
        List<@Nullable Object> fields = new ArrayList<>(List.of(structure, id, action));
        Dsd.components().forEach(c -> fields.add(component.value(c.id())));
        return fields.toArray();
    }

    private interface Component {
        @Nullable
        Object value(String id);
    }
}
