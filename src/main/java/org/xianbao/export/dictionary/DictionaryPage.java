package org.xianbao.export.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.dictionary.Dictionary.Cell;
import org.xianbao.export.dictionary.Dictionary.Entry;
import org.xianbao.export.dictionary.Dictionary.Fact;
import org.xianbao.export.dictionary.Dictionary.Grid;
import org.xianbao.export.dictionary.Dictionary.Part;
import org.xianbao.export.words.Words;

/** The dictionary as one page that needs nothing else: it prints, reads without scripts, and searches with them. */
public final class DictionaryPage {
    private final Dictionary dictionary;
    private final Html html = new Html();

    private DictionaryPage(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    public static String of(Dictionary dictionary) {
        return new DictionaryPage(dictionary).write();
    }

    private String write() {
        Bilingual title = Words.of("dictionary");
        html.open("html", "lang", "zh-CN").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", Words.both(title));
        html.own("style", resource("dictionary.css")).close();
        html.open("body");
        contents(title);
        html.open("main").open("header");
        html.element("h1", title.zh()).element("p", title.en(), "class", "en");
        html.element("p", Words.both("dictionary.fingerprint") + "  " + dictionary.fingerprint(), "class", "print");
        html.close();
        dictionary.parts().forEach(this::part);
        html.close();
        html.own("script", resource("dictionary.js"));
        return html.close().close().toString();
    }

    private void contents(Bilingual title) {
        html.open("nav").element("p", title.zh(), "class", "name");
        html.empty(
                "input",
                "id",
                "search",
                "type",
                "search",
                "hidden",
                "",
                "placeholder",
                Words.both("dictionary.search"));
        for (Part part : dictionary.parts()) {
            html.open("h2")
                    .open("a", "href", "#" + part.key())
                    .text(part.title().zh() + " ");
            html.element("small", part.title().en()).close().close().open("ul");
            for (Entry entry : part.entries()) {
                html.open("li")
                        .element("a", entry.title().zh(), "href", "#" + anchor(part, entry))
                        .close();
            }
            html.close();
        }
        html.close();
    }

    private static String anchor(Part part, Entry entry) {
        return part.key() + "-" + entry.id();
    }

    private void part(Part part) {
        html.open("section", "id", part.key(), "class", "part")
                .open("h2")
                .text(part.title().zh() + " ");
        html.element("small", part.title().en()).close();
        for (Entry entry : part.entries()) {
            html.open("article", "id", anchor(part, entry))
                    .open("h3")
                    .text(entry.title().zh() + " ");
            html.element("small", entry.title().en()).close();
            facts(entry.facts());
            entry.grids().forEach(this::grid);
            html.close();
        }
        html.close();
    }

    private void facts(List<Fact> facts) {
        html.open("dl");
        for (Fact fact : facts) {
            html.open("dt")
                    .text(fact.label().zh() + " ")
                    .element("small", fact.label().en())
                    .close();
            cell("dd", fact.value());
        }
        html.close();
    }

    private void grid(Grid grid) {
        html.open("h4")
                .text(grid.title().zh() + " ")
                .element("small", grid.title().en())
                .close();
        html.open("div", "class", "wide")
                .open("table", "class", grid.key())
                .open("thead")
                .open("tr");
        for (Bilingual head : grid.heads()) {
            html.open("th").text(head.zh()).element("small", head.en()).close();
        }
        html.close().close().open("tbody");
        for (List<Cell> row : grid.rows()) {
            html.open("tr");
            row.forEach(cell -> cell("td", cell));
            html.close();
        }
        html.close().close().close();
    }

    private void cell(String tag, Cell cell) {
        html.open(tag);
        Bilingual text = cell.text();
        if (cell.code()) {
            html.element("code", text.zh());
        } else {
            html.text(text.zh());
            if (!text.en().equals(text.zh())) {
                html.element("small", text.en());
            }
        }
        html.close();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DictionaryPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
