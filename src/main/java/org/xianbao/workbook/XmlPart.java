package org.xianbao.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * One XML part, read forward. Elements go by their local names, so that any prefix and the strict as well as the
 * transitional namespaces are read alike. A document type is refused before anything of it is read: no entity is ever
 * declared, none is fetched.
 */
final class XmlPart implements AutoCloseable {
    /** More than this in one text is no cell: Excel holds 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 22;

    private static final InputFactoryImpl FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader2 xml;
    private final Attribute attribute = new Attribute();

    XmlPart(InputStream in) throws XMLStreamException {
        this.in = in;
        this.xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(in);
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.configureForSpeed();
        factory.setProperty(InputFactoryImpl.IS_COALESCING, false);
        factory.setProperty(InputFactoryImpl.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Moves to the next start or end of an element; false at the end of the document. */
    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
            refuseDeclarations(event);
        }
        return false;
    }

    /** Moves to the next element that starts inside the current one; false once the current one has ended. */
    boolean child() throws XMLStreamException {
        return next() && isStart();
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean is(String name) {
        return xml.getLocalName().equals(name);
    }

    String name() {
        return xml.getLocalName();
    }

    /** Leaves the element that has just started, with all that is in it. */
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += isStart() ? 1 : -1;
        }
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    /** A view of the attribute's characters, valid until the next call. */
    Attribute attribute(int index) throws XMLStreamException {
        xml.getAttributeAs(index, attribute);
        return attribute;
    }

    /** The value of an attribute without namespace; null when the element has none of that name. */
    @Nullable
    String value(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (namespace == null || namespace.isEmpty())) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The relationship id the element points with, transitional or strict; null when it points nowhere. */
    @Nullable
    String relationship() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** {@code 1} or {@code true}. */
    boolean flag(String name) {
        String value = value(name);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** Appends the text of the element that has just started, and leaves it. */
    void text(Utf8Text into) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    if (into.length() > LONGEST_TEXT) {
                        throw new TooLarge("a text of more than " + LONGEST_TEXT + " bytes");
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_ELEMENT -> {
                    into.finish();
                    return;
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new Malformed("the part ends within a text");
                default -> refuseDeclarations(event);
            }
        }
    }

    /** Appends a plain or rich text, {@code si} or {@code is}, without its phonetic guide, and leaves the element. */
    void richText(Utf8Text into) throws XMLStreamException {
        while (child()) {
            if (is("t")) {
                text(into);
            } else if (is("r")) {
                run(into);
            } else {
                skip();
            }
        }
    }

    private void run(Utf8Text into) throws XMLStreamException {
        while (child()) {
            if (is("t")) {
                text(into);
            } else {
                skip();
            }
        }
    }

    private static void refuseDeclarations(int event) {
        if (event == XMLStreamConstants.DTD) {
            throw new Malformed("the part declares a document type");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Malformed("the part refers to an entity");
        }
    }

    @Override
    public void close() {
        try (in) {
            xml.close();
        } catch (IOException | XMLStreamException e) {
            // it was only read; nothing is lost
        }
    }

    /** An attribute's characters without the spaces around them. */
    static final class Attribute extends TypedValueDecoder {
        private char[] chars = new char[0];
        private int start;
        private int end;

        int length() {
            return end - start;
        }

        char at(int index) {
            return chars[start + index];
        }

        /** The whole as a number from 0 to 99,999,999; −1 when it is anything else. */
        int number() {
            return number(0);
        }

        int number(int from) {
            int value = 0;
            if (from >= length() || length() - from > 8) {
                return -1;
            }
            for (int i = from; i < length(); i++) {
                int digit = at(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = value * 10 + digit;
            }
            return value;
        }

        boolean isTrue() {
            return (length() == 1 && at(0) == '1') || toString().equals("true");
        }

        @Override
        public String toString() {
            return new String(chars, start, end - start);
        }

        @Override
        public void decode(String text) {
            decode(text.toCharArray(), 0, text.length());
        }

        @Override
        public void decode(char[] buffer, int from, int to) {
            chars = buffer;
            start = from;
            end = to;
        }

        @Override
        public void handleEmptyValue() {
            start = end;
        }
    }
}
