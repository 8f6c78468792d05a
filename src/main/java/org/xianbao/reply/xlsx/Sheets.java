package org.xianbao.reply.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xianbao.reply.page.Page;

/** The main part of a workbook: which sheets there are, and what goes by their place among them. */
final class Sheets {
    static final String EMPTY = "<workbook xmlns=\"%s\"><sheets/></workbook>";

    private static final List<String> ORDER = List.of(
            "fileVersion",
            "fileSharing",
            "workbookPr",
            "workbookProtection",
            "bookViews",
            "sheets",
            "functionGroups",
            "externalReferences",
            "definedNames",
            "calcPr",
            "oleSize",
            "customWorkbookViews",
            "pivotCaches",
            "smartTagPr",
            "smartTagTypes",
            "webPublishing",
            "fileRecoveryPr",
            "webPublishObjects",
            "extLst");

    /** A sheet of the workbook, by its relationship. */
    record Entry(String name, String relation) {}

    private final Element root;
    private final Element sheets;
    private final Dialect dialect;

    Sheets(Document document) {
        this.root = document.getDocumentElement();
        this.sheets = Xml.obtain(root, "sheets", ORDER);
        this.dialect = Dialect.of(root);
    }

    Dialect dialect() {
        return dialect;
    }

    List<Entry> all() {
        return Xml.children(sheets, "sheet").stream().map(this::entry).toList();
    }

    private Entry entry(Element sheet) {
        return new Entry(sheet.getAttribute("name"), sheet.getAttributeNS(dialect.relations(), "id"));
    }

    /**
     * Takes sheets away and puts ours before all others, the first of them in view.
     *
     * @param gone names of sheets that were ours
     * @param pages ours by their relationships, in order
     */
    void arrange(Set<String> gone, Map<String, Page> pages) {
        List<Element> before = Xml.children(sheets, "sheet");
        Map<Integer, Integer> places = new HashMap<>();
        int place = pages.size();
        for (int i = 0; i < before.size(); i++) {
            if (gone.contains(before.get(i).getAttribute("name"))) {
                sheets.removeChild(before.get(i));
            } else {
                places.put(i, place++);
            }
        }
        Element first = Xml.child(sheets, "sheet").orElse(null);
        Set<String> taken =
                all().stream().map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        long id = Xml.children(sheets, "sheet").stream()
                .mapToLong(Sheets::id)
                .max()
                .orElse(0);
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            String name = free(page.getValue().name(), taken);
            Element sheet = Xml.element(sheets, "sheet", "name", name, "sheetId", String.valueOf(++id));
            sheet.setAttributeNS(dialect.relations(), "r:id", page.getKey());
            sheets.insertBefore(sheet, first);
            names.add(name);
        }
        names(places, List.copyOf(pages.values()), names);
        Xml.child(root, "bookViews").stream()
                .flatMap(v -> Xml.children(v, "workbookView").stream())
                .forEach(view -> {
                    view.setAttribute("activeTab", "0");
                    view.setAttribute("firstSheet", "0");
                });
    }

    private static long id(Element sheet) {
        String id = sheet.getAttribute("sheetId");
        return id.matches("\\d{1,9}") ? Long.parseLong(id) : 0;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; taken.contains(free.toLowerCase(Locale.ROOT)); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    /** Names that hold for one sheet go by its place; ours repeat their headings on every printed page. */
    private void names(Map<Integer, Integer> places, List<Page> pages, List<String> names) {
        Optional<Element> there = Xml.child(root, "definedNames");
        for (Element name : there.map(n -> Xml.children(n, "definedName")).orElse(List.of())) {
            String local = name.getAttribute("localSheetId");
            if (local.matches("\\d{1,6}")) {
                Integer place = places.get(Integer.parseInt(local));
                if (place == null) {
                    there.get().removeChild(name);
                } else {
                    name.setAttribute("localSheetId", place.toString());
                }
            }
        }
        Element all = there.orElseGet(() -> Xml.obtain(root, "definedNames", ORDER));
        for (int i = 0; i < pages.size(); i++) {
            int row = pages.get(i).heading() + 1;
            Xml.add(all, "definedName", "name", "_xlnm.Print_Titles", "localSheetId", String.valueOf(i))
                    .setTextContent("'" + names.get(i) + "'!$" + row + ":$" + row);
        }
    }
}
