package org.xianbao.reply.page;

import java.util.List;
import org.xianbao.cell.CellAddress;

/**
 * What is said about one cell.
 *
 * @param mark of the worst that is said
 * @param sections one a finding, worst first; never empty
 */
public record Remark(CellAddress cell, Mark mark, List<Section> sections) {
    /** By whom comments of ours are written, and how they are told from those of others. */
    public static final String AUTHOR = "县报审核";

    /** What ours begins with where it is added to a comment that is there. */
    public static final String ADDED = "【" + AUTHOR + "】";

    /** One finding: a bold line, then lines of text. */
    public record Section(String heading, List<String> lines) {}

    /** All of it, lines parted by line feeds. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append(text.isEmpty() ? "" : "\n\n").append(section.heading());
            section.lines().forEach(line -> text.append('\n').append(line));
        }
        return text.toString();
    }
}
