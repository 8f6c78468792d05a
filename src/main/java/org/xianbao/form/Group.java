package org.xianbao.form;

import java.util.Optional;

/**
 * A heading over several columns that reads otherwise than declared.
 *
 * @param printed as it stands on the sheet
 * @param declared as it should read, with the groups around it
 */
record Group(Located printed, String declared) {

    /** The group in which a column's printed headings differ from its declared ones while the innermost is the same. */
    static Optional<Group> between(Target target, Heading heading) {
        int at = target.path().size() - 1;
        int printed = heading.path().size() - 1;
        if (!Heading.same(heading.path().get(printed), target.path().get(at))) {
            return Optional.empty();
        }
        while (at >= 0
                && printed >= 0
                && Heading.same(heading.path().get(printed), target.path().get(at))) {
            at--;
            printed--;
        }
        return at < 0 || printed < 0
                ? Optional.empty()
                : Optional.of(new Group(heading.cells().get(printed), target.declared(at)));
    }
}
