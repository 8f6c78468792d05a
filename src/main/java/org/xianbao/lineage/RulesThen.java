package org.xianbao.lineage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.warehouse.DefinitionHistory;

/** The definitions that something was done by. What was done before they were kept is explained by those of today. */
final class RulesThen {
    private final DefinitionHistory history;
    private final Definitions today;
    private final Map<String, Optional<Definitions>> known = new HashMap<>();

    RulesThen(DefinitionHistory history, Definitions today) {
        this.history = history;
        this.today = today;
        known.put(today.fingerprint(), Optional.of(today));
    }

    /** Those of a fingerprint; empty when this program cannot read them any more. */
    Optional<Definitions> of(@Nullable String fingerprint) throws SQLException {
        if (fingerprint == null) {
            return Optional.of(today);
        }
        Optional<Definitions> then = known.get(fingerprint);
        if (then == null) {
            then = history.load(fingerprint);
            known.put(fingerprint, then);
        }
        return then;
    }

    static Optional<Indicator> indicator(Definitions definitions, String name) {
        return definitions.indicators().stream()
                .filter(i -> i.name().equals(name))
                .findFirst();
    }

    /** The layout that a submission was read with. */
    static Optional<ReturnDefinition> layout(Definitions definitions, Contribution.Submission submission) {
        return definitions.layouts(submission.returnName()).stream()
                .filter(l -> l.since().equals(submission.since()))
                .filter(l -> l.version().equals(submission.version()))
                .findFirst();
    }
}
