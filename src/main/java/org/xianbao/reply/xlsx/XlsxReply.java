package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.DOMException;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;

/**
 * An {@code .xlsx} or {@code .xlsm} with our remarks in its sheets and our pages before them. What a remark does not touch is copied
 * compressed as it lies; memory is taken for remarks, pages and small parts, never for a sheet.
 */
public final class XlsxReply {
    private final Opc opc;
    private final String main;
    private final Sheets sheets;
    private final Relations relations;
    private final Stylesheet styles;

    private XlsxReply(Opc opc) {
        this.opc = opc;
        this.main = opc.relations("")
                .first("officeDocument")
                .orElseThrow(() -> new PartBroken("the workbook", null))
                .part();
        this.relations = opc.relations(main);
        this.sheets = new Sheets(opc.document(main));
        this.styles = styles();
    }

    /**
     * Writes what a workbook becomes.
     *
     * @param remarks by the name of the sheet
     * @param gone names of the sheets in it that are ours, from a reply before
     * @param pages ours
     * @throws PartBroken when the original cannot be taken apart; nothing has been written then that is of use
     */
    public static void patch(
            Path original, Map<String, List<Remark>> remarks, Set<String> gone, List<Page> pages, Path target)
            throws IOException {
        try (Opc opc = Opc.patch(original, target)) {
            XlsxReply reply = new XlsxReply(opc);
            reply.leaveSignatures();
            reply.become(target);
            opc.copy("_rels/.rels");
            reply.patch(remarks, gone);
            reply.arrange(gone, pages);
            opc.finish();
        } catch (DOMException | IllegalArgumentException e) {
            throw new PartBroken("the workbook", e);
        }
    }

    /** Writes a workbook of pages alone. */
    public static void create(List<Page> pages, Path target) throws IOException {
        try (Opc opc = Opc.create(target)) {
            opc.create(
                    ContentTypes.PART,
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            opc.relations("").add(Dialect.TRANSITIONAL.type("officeDocument"), "xl/workbook.xml");
            opc.create("xl/workbook.xml", Sheets.EMPTY.formatted(Dialect.TRANSITIONAL.main()));
            XlsxReply workbook = new XlsxReply(opc);
            workbook.become(target);
            workbook.arrange(Set.of(), pages);
            opc.finish();
        }
    }

    private Stylesheet styles() {
        Optional<Relations.Relation> there = relations.first("styles").filter(r -> opc.has(r.part()));
        if (there.isPresent()) {
            return new Stylesheet(opc.document(there.get().part()));
        }
        String part = opc.free("xl/styles", ".xml");
        opc.link(part, ContentTypes.STYLES, relations, sheets.dialect().type("styles"));
        return new Stylesheet(
                opc.create(part, Stylesheet.EMPTY.formatted(sheets.dialect().main())));
    }

    /** A signature no longer holds for what is changed. */
    private void leaveSignatures() {
        Relations top = new Relations("", opc.document(Relations.of("")));
        List<Relations.Relation> signatures = top.all().stream()
                .filter(r -> r.type().endsWith("/digital-signature/origin"))
                .toList();
        signatures.forEach(r -> top.remove(r.id()));
    }

    /** Excel opens a workbook only if its main part is of the type that its name says; a template comes back as a workbook. */
    private void become(Path target) {
        boolean macros = target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsm");
        opc.types().set(main, macros ? ContentTypes.MACRO_WORKBOOK : ContentTypes.WORKBOOK);
    }

    private void patch(Map<String, List<Remark>> remarks, Set<String> gone) throws IOException {
        for (Sheets.Entry sheet : sheets.all()) {
            Optional<String> part = relations
                    .byId(sheet.relation())
                    .filter(r -> r.is("worksheet") || r.is("chartsheet") || r.is("dialogsheet"))
                    .map(Relations.Relation::part)
                    .filter(opc::has);
            if (part.isEmpty()) {
                continue;
            }
            if (gone.contains(sheet.name())) {
                drop(sheet, part.get());
            } else {
                new MarkedSheet(opc, styles, part.get()).mark(remarks.getOrDefault(sheet.name(), List.of()));
            }
        }
    }

    private void drop(Sheets.Entry sheet, String part) {
        relations.remove(sheet.relation());
        opc.types().remove(part);
        opc.drop(part);
        opc.drop(Relations.of(part));
    }

    private void arrange(Set<String> gone, List<Page> pages) throws IOException {
        Map<String, Page> placed = new LinkedHashMap<>();
        for (Page page : pages) {
            String part = opc.free("xl/worksheets/reply", ".xml");
            PageSheet sheet = new PageSheet(page, styles, placed.isEmpty());
            opc.write(part, sheet::write);
            placed.put(
                    opc.link(
                            part,
                            ContentTypes.WORKSHEET,
                            relations,
                            sheets.dialect().type("worksheet")),
                    page);
        }
        sheets.arrange(gone, placed);
    }
}
