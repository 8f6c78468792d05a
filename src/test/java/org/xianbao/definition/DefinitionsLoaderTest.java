package org.xianbao.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefinitionsLoaderTest {

    @Test
    void readsTheDeclaredReturns() {
        Definitions definitions = DefinitionsLoader.load(Path.of(System.getProperty("jobs", "jobs")));

        assertThat(definitions.returnNames()).contains("placement");
        assertThat(definitions.fingerprint()).matches("[0-9a-f]{64}");
    }
}
