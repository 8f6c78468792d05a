package org.xianbao.definition;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping in a definition file; {@code at} is where a key that is missing from it is told. */
record Block(YamlFile file, MappingNode node, Node at) {

    List<Entry> entries() {
        return node.getValue().stream().map(this::entry).toList();
    }

    private Entry entry(NodeTuple tuple) {
        return new Entry(file, ((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getKeyNode(), tuple.getValueNode());
    }

    Optional<Entry> get(String key) {
        return entries().stream().filter(e -> e.key().equals(key)).findFirst();
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    /** The entry, or a mistake told. */
    Optional<Entry> need(String key) {
        Optional<Entry> found = get(key);
        if (found.isEmpty()) {
            wrong("'" + key + "' is missing");
        }
        return found;
    }

    /** The entry's text, or a mistake told and an empty text. */
    String needText(String key) {
        return need(key).flatMap(Entry::text).orElse("");
    }

    /** Tells every key that this block cannot have. */
    Block only(Keys keys) {
        for (Entry entry : entries()) {
            if (!keys.words().contains(entry.key())) {
                // {zh: 甲, en: a, b} has the key 'b' without a value
                boolean cut = entry.isNull() && node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
                String hint = cut ? "; a text with a comma needs quotes" : Nearest.hint(entry.key(), keys.words());
                entry.wrongKey("unknown key '" + entry.key() + "'" + hint);
            }
        }
        return this;
    }

    void wrong(String message) {
        file.wrong(at, message);
    }
}
