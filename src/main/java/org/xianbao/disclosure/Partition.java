package org.xianbao.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Some indicators that count different ones of those that another counts.
 *
 * @param parts what they leave of the total, if anything, is a count too
 */
public record Partition(String total, List<String> parts) {

    /** Of each indicator that is in a partition, the first by name of all that it shares one with, by whatever steps. */
    public static Map<String, String> families(List<Partition> partitions) {
        Map<String, String> families = new TreeMap<>();
        Map<String, String> before;
        do {
            before = Map.copyOf(families);
            for (Partition partition : partitions) {
                String first = partition
                        .members()
                        .map(m -> families.getOrDefault(m, m))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                partition.members().forEach(m -> families.put(m, first));
            }
        } while (!before.equals(families));
        return families;
    }

    private Stream<String> members() {
        return Stream.concat(Stream.of(total), parts.stream());
    }
}
