package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.export.dictionary.Dictionary;
import org.xianbao.export.dictionary.DictionaryPage;
import org.xianbao.export.print.PrintedDictionary;
import org.xml.sax.InputSource;

class DictionaryTest {
    private static final Definitions DEFINITIONS = DefinitionsLoader.load(Path.of("jobs"));
    private static final String PAGE = DictionaryPage.of(Dictionary.of(DEFINITIONS));

    @Test
    void tellsEveryColumnRuleIndicatorAndCode() throws Exception {
        List<String> cells = texts("td");

        for (ReturnDefinition d : DEFINITIONS.returns()) {
            assertThat(cells).contains(d.columns().stream().map(Column::name).toArray(String[]::new));
            assertThat(cells).contains(d.rules().stream().map(Rule::name).toArray(String[]::new));
        }
        assertThat(cells)
                .contains(DEFINITIONS.indicators().stream().map(Indicator::name).toArray(String[]::new));
        DEFINITIONS.lists().values().forEach(list -> list.entries()
                .forEach(e -> assertThat(cells).contains(e.code())));
        assertThat(cells).contains("poor <= registered");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(PAGE).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("@import", "url(");
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        List<String> ids = new ArrayList<>();
        NodeList all = document().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            ids.add(((Element) all.item(i)).getAttribute("id"));
        }
        NodeList links = document().getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(ids)
                    .containsOnlyOnce(
                            ((Element) links.item(i)).getAttribute("href").substring(1));
        }
        assertThat(links.getLength()).isGreaterThan(30);
    }

    @Test
    void isTheSameWheneverItIsMade() throws Exception {
        Dictionary again = Dictionary.of(DefinitionsLoader.load(Path.of("jobs")));

        assertThat(DictionaryPage.of(again)).isEqualTo(PAGE);
        byte[] first = PrintedDictionary.of(again);
        assertThat(PrintedDictionary.of(again)).isEqualTo(first);
    }

    private static List<String> texts(String tag) throws Exception {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document().getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    /** The page as XML: every element is closed, but for those that HTML leaves open, and every text escaped. */
    private static Document document() throws Exception {
        String xml = PAGE.replace("<!DOCTYPE html>\n", "")
                .replaceAll("(<(?:meta|input)[^>]*)>", "$1/>")
                .replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
