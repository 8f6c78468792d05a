package org.xianbao.reply.xlsx;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** {@code [Content_Types].xml}: what each part is. */
final class ContentTypes {
    static final String PART = "[Content_Types].xml";

    private static final String SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    static final String WORKBOOK = SHEETS + "sheet.main+xml";
    static final String MACRO_WORKBOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    static final String WORKSHEET = SHEETS + "worksheet+xml";
    static final String STYLES = SHEETS + "styles+xml";
    static final String COMMENTS = SHEETS + "comments+xml";
    static final String VML = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private final Element root;

    ContentTypes(Document document) {
        this.root = document.getDocumentElement();
    }

    void set(String part, String type) {
        remove(part);
        Xml.add(root, "Override", "PartName", "/" + part, "ContentType", type);
    }

    void remove(String part) {
        Xml.children(root, "Override").stream()
                .filter(e -> e.getAttribute("PartName").equalsIgnoreCase("/" + part))
                .forEach(root::removeChild);
    }
}
