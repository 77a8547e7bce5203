package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kcibridge.kind.UnitTest;

/** What a test sets does not reach the next one. */
@UnitTest
class ScopedPropertiesTest {

    private static final String THERE = "org.kcibridge.there";
    private static final String MISSING = "org.kcibridge.missing";

    @AfterEach
    void clear() {
        System.clearProperty(THERE);
        System.clearProperty(MISSING);
    }

    @Test
    void shouldPutBackWhatWasThereAndRemoveWhatWasNot() {
        System.setProperty(THERE, "before");

        NestedRun run = NestedRun.of(Map.of(), Setting.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isEqualTo(1);
        assertThat(System.getProperty(THERE)).isEqualTo("before");
        assertThat(System.getProperty(MISSING)).isNull();
    }

    static class Setting {

        @RegisterExtension
        final ScopedProperties properties = new ScopedProperties();

        @Test
        void sets() {
            properties
                    .set(THERE, "first")
                    .set(THERE, null)
                    .set(MISSING, "first")
                    .set(MISSING, "now");
            assertThat(System.getProperty(THERE)).isNull();
            assertThat(System.getProperty(MISSING)).isEqualTo("now");
        }
    }
}
