package org.xianbao.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names a folder has given away, endings left out. Not thread-safe. */
final class TakenNames {
    private final Set<String> taken = new HashSet<>();

    /** A file system may tell no capital from a small letter. */
    void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** Takes all of the names, with the first number, from 2 on, under which none of them is taken yet. */
    List<String> claim(List<String> names) {
        List<String> free = names;
        for (int n = 2; free.stream().anyMatch(this::isTaken); n++) {
            String number = " (" + n + ")";
            free = names.stream().map(name -> name + number).toList();
        }
        free.forEach(this::take);
        return free;
    }

    private boolean isTaken(String name) {
        return taken.contains(name.toLowerCase(Locale.ROOT));
    }
}
