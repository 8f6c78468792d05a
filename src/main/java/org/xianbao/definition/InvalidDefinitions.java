package org.xianbao.definition;

import java.util.List;
import java.util.stream.Collectors;

/** The definitions cannot be used; every mistake is listed. */
public final class InvalidDefinitions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionError> errors;

    public InvalidDefinitions(List<DefinitionError> errors) {
        super(errors.stream().map(DefinitionError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<DefinitionError> errors() {
        return errors;
    }
}
