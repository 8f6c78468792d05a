package org.xianbao.reply.xlsx;

import org.w3c.dom.Element;

/**
 * The namespaces of a workbook: transitional as all programs write, or strict.
 *
 * @param main of SpreadsheetML
 * @param relations of the attributes that point to other parts, and what the types of relationships begin with
 */
record Dialect(String main, String relations) {
    static final Dialect TRANSITIONAL = new Dialect(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    private static final Dialect STRICT = new Dialect(
            "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    static Dialect of(Element root) {
        return STRICT.main.equals(root.getNamespaceURI()) ? STRICT : TRANSITIONAL;
    }

    String type(String name) {
        return relations + "/" + name;
    }
}
