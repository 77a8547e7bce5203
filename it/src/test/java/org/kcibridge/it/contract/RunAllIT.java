package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.isolation.ScopedProperties;
import org.kcibridge.kind.IntegrationTest;

/** How many cases the tests of the contract take, and how many with {@code -DrunAll=true}. */
@IntegrationTest
class RunAllIT extends BridgeTest {

    @RegisterExtension
    final ScopedProperties properties = new ScopedProperties();

    @Test
    void takesEachOperationAndEachStrangerAtLeastOnceAsARule() {
        properties.set("runAll", null);

        assertThat(AuthIT.strangers())
                .hasSize(Math.max(AuthIT.guarded().size(), Stranger.all().size()));
        assertThat(ErrorMatrixIT.unknownMethods()).hasSize(Breadth.FEW);
    }

    @Test
    void takesEachOperationWithEachStrangerWhenAskedTo() {
        properties.set("runAll", "true");

        assertThat(AuthIT.strangers())
                .hasSize(AuthIT.guarded().size() * Stranger.all().size());
        assertThat(ErrorMatrixIT.unknownMethods()).hasSizeGreaterThan(Breadth.FEW);
    }
}
