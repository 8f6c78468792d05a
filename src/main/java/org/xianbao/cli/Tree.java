package org.xianbao.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A line with lines below it, drawn with branches. */
final class Tree {
    private final String line;
    private final List<String> remarks = new ArrayList<>();
    private final List<Tree> branches = new ArrayList<>();

    Tree(String line) {
        this.line = line;
    }

    /** Adds a line that belongs to this one. */
    void remark(String text) {
        remarks.add(text);
    }

    Tree branch(String text) {
        Tree branch = new Tree(text);
        branches.add(branch);
        return branch;
    }

    void print(PrintStream out) {
        out.println(line);
        below(out, "");
    }

    private void below(PrintStream out, String indent) {
        remarks.forEach(r -> out.println(indent + (branches.isEmpty() ? "   " : "│  ") + r));
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            out.println(indent + (last ? "└─ " : "├─ ") + branches.get(i).line);
            branches.get(i).below(out, indent + (last ? "   " : "│  "));
        }
    }
}
