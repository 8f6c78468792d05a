package org.xianbao.template.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Severity;

class ItemSumTest {
    private static final ReturnDefinition INSURANCE =
            DefinitionsLoader.load(Path.of("jobs")).layouts("insurance").get(0);

    private static Optional<ItemSum> of(String check) {
        Rule rule = new Rule(
                "tried",
                Severity.REJECT,
                new Rule.Check.Submission(new Rule.Condition(null, check)),
                null,
                null,
                null,
                List.of(),
                1);
        return ItemSum.of(INSURANCE, rule);
    }

    @Test
    void theTotalsOfTheInsuranceReturnAreCalculated() {
        assertThat(INSURANCE.rules().stream()
                        .flatMap(r -> ItemSum.of(INSURANCE, r).stream())
                        .toList())
                .containsExactly(
                        new ItemSum("paid_for", "total", List.of("pension", "medical", "injury")),
                        new ItemSum("paid_amount", "total", List.of("pension", "medical", "injury")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(insured) filter (where item <> 'total') = max(insured) filter (where item = 'total')"
                        + "|pension disabled medical injury",
                "max(insured) filter (where item = 'total') = sum(insured) filter (where item not in ('total', 'disabled'))"
                        + "|pension medical injury",
                "abs(max(insured) filter (where item = 'total') - sum(insured) filter (where item in ('medical', 'injury'))) <= 1"
                        + "|medical injury"
            })
    void isReadInEveryOrder(String check, String parts) {
        assertThat(of(check)).contains(new ItemSum("insured", "total", List.of(parts.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(insured) = max(insured) filter (where item = 'total')",
                "sum(insured) filter (where item <> 'total') <= max(insured) filter (where item = 'total')",
                "sum(insured) filter (where item <> 'medical') = max(insured) filter (where item = 'total')",
                "sum(insured) filter (where item <> 'total') = max(due_people) filter (where item = 'total')",
                "sum(insured) filter (where insured > 3) = max(insured) filter (where item = 'total')",
                "sum(insured) filter (where item <> 'total') = 21",
                "count(*) > 0"
            })
    void anythingElseIsNoSum(String check) {
        assertThat(of(check)).isEmpty();
    }
}
