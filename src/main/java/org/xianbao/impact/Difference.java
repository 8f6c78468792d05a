package org.xianbao.impact;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.ReturnDefinition;

/**
 * Which returns would be read, judged or measured otherwise by other definitions. Rather one too many than one too few: what is
 * unchanged comes out unchanged.
 */
final class Difference {
    private final Definitions before;
    private final Definitions after;

    Difference(Definitions before, Definitions after) {
        this.before = before;
        this.after = after;
    }

    /** Names of those returns of the later definitions. */
    static Set<String> returns(Optional<Definitions> before, Definitions after) {
        return before.isEmpty() ? new TreeSet<>(after.returnNames()) : new Difference(before.get(), after).returns();
    }

    private Set<String> returns() {
        Set<String> all = new TreeSet<>(after.returnNames());
        if (!before.regions().equals(after.regions()) || !before.settings().equals(after.settings())) {
            return all;
        }
        Set<String> differing = new TreeSet<>();
        Set<String> lists = lists();
        for (String name : all) {
            if (!before.layouts(name).equals(after.layouts(name))
                    || !indicators(before, name).equals(indicators(after, name))
                    || usesOneOf(lists, name)) {
                differing.add(name);
            }
        }
        while (differing.addAll(
                all.stream().filter(n -> looksAtOneOf(differing, n)).toList())) {
            // whoever looks at what looks at it may come out otherwise too
        }
        return differing;
    }

    private Set<String> lists() {
        Set<String> names = new HashSet<>(after.lists().keySet());
        names.removeIf(n -> Objects.equals(before.lists().get(n), after.lists().get(n)));
        return names;
    }

    private boolean usesOneOf(Set<String> lists, String name) {
        return after.layouts(name).stream()
                .flatMap(l -> l.columns().stream())
                .anyMatch(c -> c.list() != null && lists.contains(c.list()));
    }

    private static List<Indicator> indicators(Definitions of, String returnName) {
        return of.indicators().stream().filter(i -> i.from().equals(returnName)).toList();
    }

    /** By the SQL of its rules and indicators. */
    private boolean looksAtOneOf(Set<String> others, String name) {
        String sql = after.layouts(name).stream().map(ReturnDefinition::rules).toList()
                + indicators(after, name).toString();
        return others.stream().anyMatch(o -> sql.contains("received." + o) || sql.contains("published." + o));
    }
}
