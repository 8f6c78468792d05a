package org.xianbao.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that all of it is told at once. */
final class Mistakes {
    private final List<DefinitionError> errors = new ArrayList<>();

    /** {@code line} and {@code column} are 1-based. */
    void add(String file, int line, int column, String message) {
        errors.add(new DefinitionError(file, line, column, message));
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidDefinitions(errors.stream()
                    .distinct()
                    .sorted(Comparator.comparing(DefinitionError::file)
                            .thenComparingInt(DefinitionError::line)
                            .thenComparingInt(DefinitionError::column))
                    .toList());
        }
    }
}
