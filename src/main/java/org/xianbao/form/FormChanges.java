package org.xianbao.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.ReturnDefinition;

/**
 * What changed on a form from one edition to another. A part is the same when the definitions call it the same, else when
 * it reads the same; of the rest the likeliest are paired.
 */
final class FormChanges {
    /** Texts less alike are of two parts. */
    private static final double ALIKE = 0.5;

    private final List<FormPart> earlier;
    private final List<FormPart> later;
    /** Index of the earlier part by that of the later one. */
    private final Map<Integer, Integer> same = new HashMap<>();

    private final List<FormChange> changes = new ArrayList<>();
    private final Set<List<String>> groups = new HashSet<>();

    private FormChanges(List<FormPart> earlier, List<FormPart> later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** In the order of the later form, what was dropped last; empty when both print the same. */
    static List<FormChange> between(ReturnDefinition earlier, ReturnDefinition later) {
        return new FormChanges(FormPart.of(earlier), FormPart.of(later)).find();
    }

    private List<FormChange> find() {
        pair((a, b) -> a.key().equals(b.key()));
        pair((a, b) -> a.path().equals(b.path()));
        pairLikeliest();
        Set<Integer> moved = moved();
        for (int i = 0; i < later.size(); i++) {
            Integer before = same.get(i);
            if (before == null) {
                add(FormChange.Kind.ADDED, null, i);
            } else {
                changed(earlier.get(before), i, moved.contains(i));
            }
        }
        for (int i = 0; i < earlier.size(); i++) {
            if (!same.containsValue(i)) {
                changes.add(new FormChange(FormChange.Kind.DROPPED, earlier.get(i), null, null));
            }
        }
        return List.copyOf(changes);
    }

    private void changed(FormPart old, int index, boolean moved) {
        FormPart now = later.get(index);
        if (!old.path().equals(now.path())) {
            renamed(old, index);
        }
        if (old.unit() != null && now.unit() != null && !old.unit().equals(now.unit())) {
            add(FormChange.Kind.UNIT, old, index);
        }
        if (moved) {
            add(FormChange.Kind.MOVED, old, index);
        }
    }

    /** A group that was renamed is told once, not for each part below it. */
    private void renamed(FormPart old, int index) {
        FormPart now = later.get(index);
        FormPart group = old.group();
        FormPart newGroup = now.group();
        int depth = old.path().size();
        boolean inGroup = depth == now.path().size()
                && old.path().get(depth - 1).equals(now.path().get(depth - 1));
        if (group == null || newGroup == null || !inGroup) {
            add(FormChange.Kind.RENAMED, old, index);
        } else if (groups.add(List.of(group.text(), newGroup.text()))) {
            changes.add(new FormChange(FormChange.Kind.RENAMED, group, newGroup, before(index)));
        }
    }

    private void add(FormChange.Kind kind, @Nullable FormPart old, int index) {
        changes.add(new FormChange(kind, old, later.get(index), before(index)));
    }

    private @Nullable FormPart before(int index) {
        return index > 0 && later.get(index - 1).sort() == later.get(index).sort() ? later.get(index - 1) : null;
    }

    private void pair(BiPredicate<FormPart, FormPart> equal) {
        for (int i = 0; i < later.size(); i++) {
            for (int j = 0; j < earlier.size() && !same.containsKey(i); j++) {
                if (!same.containsValue(j)
                        && earlier.get(j).sort() == later.get(i).sort()
                        && equal.test(earlier.get(j), later.get(i))) {
                    same.put(i, j);
                }
            }
        }
    }

    private void pairLikeliest() {
        double[][] score = new double[later.size()][earlier.size()];
        for (int i = 0; i < later.size(); i++) {
            for (int j = 0; j < earlier.size(); j++) {
                boolean free = !same.containsKey(i) && !same.containsValue(j);
                score[i][j] = free ? likeness(earlier.get(j), later.get(i)) : 0;
            }
        }
        int[] best = Assignment.best(score);
        for (int i = 0; i < best.length; i++) {
            if (best[i] != Assignment.NONE) {
                same.put(i, best[i]);
            }
        }
    }

    private static double likeness(FormPart one, FormPart other) {
        double alike = one.sort() == other.sort() && Objects.equals(one.type(), other.type())
                ? Wording.likeness(one.path(), other.path())
                : 0;
        return alike >= ALIKE ? alike : 0;
    }

    /** Later parts that left the order: all but a longest run of those that kept it, sort by sort. */
    private Set<Integer> moved() {
        Set<Integer> moved = new HashSet<>();
        for (FormPart.Sort sort : FormPart.Sort.values()) {
            List<Integer> kept = same.keySet().stream()
                    .filter(i -> later.get(i).sort() == sort)
                    .sorted()
                    .toList();
            moved.addAll(kept);
            longestRun(kept).forEach(moved::remove);
        }
        return moved;
    }

    private List<Integer> longestRun(List<Integer> kept) {
        int[] length = new int[kept.size()];
        int[] previous = new int[kept.size()];
        int last = -1;
        for (int i = 0; i < length.length; i++) {
            previous[i] = -1;
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (place(kept.get(j)) < place(kept.get(i)) && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Integer[] run = new Integer[last < 0 ? 0 : length[last]];
        for (int i = last, at = run.length - 1; i >= 0; i = previous[i], at--) {
            run[at] = kept.get(i);
        }
        return Arrays.asList(run);
    }

    private int place(int later) {
        return Objects.requireNonNull(same.get(later));
    }
}
