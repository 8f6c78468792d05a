package org.xianbao.export.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts regions in the order in which they are printed: each followed by those below it, by code. */
final class AreaTree {
    /** A region without its place. */
    record Node(
            String code,
            String name,
            String level,
            @Nullable String parent) {}

    private final Map<String, Node> nodes;
    private final Map<String, List<Node>> below = new TreeMap<>();
    private final List<Area> areas = new ArrayList<>();

    private AreaTree(SortedMap<String, Node> nodes) {
        this.nodes = nodes;
    }

    /** @param nodes by code; a parent that is not among them makes its region a top one */
    static List<Area> order(SortedMap<String, Node> nodes) {
        AreaTree tree = new AreaTree(nodes);
        nodes.values().stream().filter(node -> !tree.top(node)).forEach(node -> tree.below
                .computeIfAbsent(String.valueOf(node.parent), parent -> new ArrayList<>())
                .add(node));
        nodes.values().stream().filter(tree::top).forEach(node -> tree.add(node, 0));
        return List.copyOf(tree.areas);
    }

    private boolean top(Node node) {
        return node.parent == null || !nodes.containsKey(node.parent);
    }

    private void add(Node node, int depth) {
        areas.add(new Area(node.code, node.name, node.level, top(node) ? null : node.parent, depth));
        below.getOrDefault(node.code, List.of()).forEach(child -> add(child, depth + 1));
    }
}
