package org.xianbao.definition;

import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML file as a graph of nodes that know their place; nothing is constructed from it. */
record YamlFile(String name, Mistakes mistakes) {

    /** The file's top block; empty, with its mistakes told, when it is not a YAML mapping with plain tags and distinct keys. */
    Optional<Block> read(String text) {
        Node root = compose(text);
        if (root == null || !walk(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            return Optional.empty();
        }
        if (root instanceof MappingNode mapping) {
            return Optional.of(new Block(this, mapping, mapping));
        }
        wrong(root, "the file must consist of 'key: value' lines");
        return Optional.empty();
    }

    void wrong(Node at, String message) {
        wrong(at.getStartMark(), message);
    }

    private void wrong(@Nullable Mark at, String message) {
        if (at == null) {
            mistakes.add(name, 1, 1, message);
        } else {
            mistakes.add(name, at.getLine() + 1, at.getColumn() + 1, message);
        }
    }

    private @Nullable Node compose(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(50);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                mistakes.add(name, 1, 1, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            boolean whole = e.getProblem() != null && !e.getProblem().startsWith("but ");
            String problem = whole ? e.getProblem() : e.getContext() + ", " + e.getProblem();
            wrong(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark(), "not YAML: " + problem);
        } catch (ReaderException e) {
            unprintable(text, e);
        } catch (YAMLException e) {
            mistakes.add(name, 1, 1, "not YAML: " + e.getMessage());
        }
        return null;
    }

    private void unprintable(String text, ReaderException e) {
        String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length())));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        mistakes.add(name, line, column, String.format("not YAML: character U+%04X is not allowed", e.getCodePoint()));
    }

    /** Whether the node and all below it are free of tags of their own and of doubled keys. */
    private boolean walk(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return true;
        }
        boolean fine = true;
        String tag = node.getTag().getValue();
        if (!tag.startsWith("tag:yaml.org,2002:") || tag.contains("java")) {
            wrong(node, "tags are not allowed here: " + tag);
            fine = false;
        }
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                fine &= walk(item, seen);
            }
        } else if (node instanceof MappingNode mapping) {
            fine &= distinctKeys(mapping);
            for (NodeTuple entry : mapping.getValue()) {
                fine &= walk(entry.getValueNode(), seen);
            }
        }
        return fine;
    }

    private boolean distinctKeys(MappingNode mapping) {
        boolean fine = true;
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                wrong(entry.getKeyNode(), "a key must be a plain word");
                fine = false;
                continue;
            }
            Integer first = lines.putIfAbsent(key.getValue(), key.getStartMark().getLine() + 1);
            if (first != null) {
                wrong(key, "key '" + key.getValue() + "' is already on line " + first);
                fine = false;
            }
        }
        return fine;
    }
}
