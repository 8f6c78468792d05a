package org.xianbao.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;

class RuleLintTest {

    @Test
    void everyRuleAndIndicatorOfTheProjectPrepares() throws Exception {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));
        assertThat(definitions.returnNames()).hasSize(16);
        assertThat(new RuleLint(TestDatabase.migrated().dataSource(), definitions).lint())
                .isEmpty();
    }
}
