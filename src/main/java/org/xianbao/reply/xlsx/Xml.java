package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xianbao.reply.page.PartBroken;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Small parts as documents. A document type is refused, so no entity is declared and none fetched. */
final class Xml {
    private Xml() {}

    static Document parse(String part, InputStream in) {
        try (in) {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in);
        } catch (IOException | SAXException e) {
            throw new PartBroken(part, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    static void write(Document document, OutputStream out) throws IOException {
        document.setXmlStandalone(true);
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("a part cannot be written", e);
        }
    }

    /** The child elements, in order. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String local) {
        return children(parent).stream()
                .filter(e -> e.getLocalName().equals(local))
                .toList();
    }

    static Optional<Element> child(Element parent, String local) {
        return children(parent, local).stream().findFirst();
    }

    /** A new element with its parent's namespace and prefix, not yet in place; attributes as names and values by turns. */
    static Element element(Element parent, String local, String... attributes) {
        String prefix = parent.getPrefix();
        Element element = parent.getOwnerDocument()
                .createElementNS(parent.getNamespaceURI(), prefix == null ? local : prefix + ":" + local);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        return element;
    }

    /** Puts a new element behind all others. */
    static Element add(Element parent, String local, String... attributes) {
        return (Element) parent.appendChild(element(parent, local, attributes));
    }

    /**
     * The child of this name; if need be a new one, before the first that must not stand before it.
     *
     * @param order names of the children in the order that the schema demands
     */
    static Element obtain(Element parent, String local, List<String> order) {
        return child(parent, local).orElseGet(() -> {
            List<String> later = order.subList(order.indexOf(local) + 1, order.size());
            Node next = children(parent).stream()
                    .filter(e -> later.contains(e.getLocalName()))
                    .findFirst()
                    .orElse(null);
            return (Element) parent.insertBefore(element(parent, local), next);
        });
    }
}
