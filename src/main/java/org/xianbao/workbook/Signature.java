package org.xianbao.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.xianbao.workbook.Refusal.Kind;

/** What the first bytes of a file say it is. */
enum Signature {
    ZIP(Kind.UNREADABLE, "a zip"),
    OLE2(Kind.UNREADABLE, "an OLE2 compound file"),
    EMPTY(Kind.EMPTY, "no bytes but blanks or zeros"),
    BARE_BIFF(Kind.BIFF5, "a BIFF stream without container, as before Excel 97"),
    XML_2003(Kind.XML_2003, "SpreadsheetML of 2003"),
    HTML(Kind.HTML, "HTML or a web archive"),
    OPEN_DOCUMENT(Kind.OPEN_DOCUMENT, "a flat OpenDocument spreadsheet"),
    TEXT(Kind.CSV, "text"),
    OTHER(Kind.NOT_A_WORKBOOK, "none of the known formats");

    private static final int HEAD = 64 << 10;
    private static final byte[] OLE2_MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final Kind refusal;
    private final String detail;

    Signature(Kind refusal, String detail) {
        this.refusal = refusal;
        this.detail = detail;
    }

    Kind refusal() {
        return refusal;
    }

    String detail() {
        return detail;
    }

    static Signature of(Path file) throws IOException {
        return of(Workbooks.head(file, HEAD));
    }

    static Signature of(byte[] head) {
        if (isBlank(head)) {
            return EMPTY;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (startsWith(head, 'P', 'K', 5, 6)) {
            return OTHER;
        }
        if (ByteBuffer.wrap(head, 0, Math.min(head.length, OLE2_MAGIC.length)).equals(ByteBuffer.wrap(OLE2_MAGIC))) {
            return OLE2;
        }
        if (head.length > 3 && head[0] == 0x09 && (head[1] & 0xF1) == 0 && head[1] <= 8 && head[3] == 0) {
            return BARE_BIFF;
        }
        return startsWith(head, '%', 'P', 'D', 'F') || startsWith(head, '{', '\\', 'r', 't') ? OTHER : text(head);
    }

    private static Signature text(byte[] head) {
        String text = decoded(head);
        if (text == null) {
            return OTHER;
        }
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("mime-version:")) {
            return HTML;
        }
        if (!start.startsWith("<")) {
            return TEXT;
        }
        if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return XML_2003;
        }
        if (start.contains("urn:oasis:names:tc:opendocument")) {
            return start.contains("opendocument.spreadsheet") ? OPEN_DOCUMENT : OTHER;
        }
        boolean html = List.of("<html", "<table", "<!doctype html", "<head", "<meta", "<body", "<tr", "<div").stream()
                .anyMatch(start::contains);
        return html ? HTML : OTHER;
    }

    /** The head as text by its byte order mark, as UTF-8 or as GB 18030; null when it is none. */
    private static @org.jspecify.annotations.Nullable String decoded(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
                return null;
            }
        }
        int from = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer text = CharBuffer.allocate(head.length);
            // a character cut off at the end of the head is no error
            if (!decoder.decode(ByteBuffer.wrap(head, from, head.length - from), text, false)
                    .isError()) {
                return text.flip().toString();
            }
        }
        return null;
    }

    private static boolean isBlank(byte[] head) {
        for (byte b : head) {
            if (b != 0 && b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
