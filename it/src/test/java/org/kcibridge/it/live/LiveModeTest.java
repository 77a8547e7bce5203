package org.kcibridge.it.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.isolation.FlushTest;
import org.kcibridge.it.isolation.IsolatedDatabase;
import org.kcibridge.it.isolation.NestedRun;
import org.kcibridge.it.isolation.ScopedProperties;
import org.kcibridge.kind.UnitTest;

/** Which tests run against a server that is there already, and what the others say. */
@UnitTest
class LiveModeTest {

    private static final String URL = "test.base.url";
    private static final Map<String, String> DETECTING =
            Map.of("junit.jupiter.extensions.autodetection.enabled", "true");

    @RegisterExtension
    final ScopedProperties properties = new ScopedProperties();

    @Test
    void shouldRunEverythingWithoutAServer() {
        properties.set(URL, null);

        assertThat(run().classes()).containsExactlyInAnyOrder(AnyServers.class, BadInput.class, ItsOwn.class);
    }

    @Test
    void shouldRunWhatIsMadeForAnyServerAndSayWhyTheRestIsSkipped() {
        properties.set(URL, "https://bridge.example.org");
        properties.set("test.token", "a-token");

        NestedRun run = run();

        assertThat(run.failures()).isEmpty();
        assertThat(run.classes()).containsExactlyInAnyOrder(AnyServers.class, BadInput.class);
        assertThat(run.skipped()).singleElement().asString().contains("it is not made for any server");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void shouldSkipWhatNeedsATokenWhereNoneWasGiven(String none) {
        properties.set(URL, "https://bridge.example.org");
        properties.set("test.token", none);

        NestedRun run = run();

        assertThat(run.classes()).containsExactly(AnyServers.class);
        assertThat(run.skipped()).hasSize(2).anyMatch(reason -> reason.contains("it needs a token"));
    }

    @Test
    void shouldTouchNoDatabase() {
        properties.set(URL, "https://bridge.example.org");
        IsolatedDatabase before = IsolatedDatabase.register(null);
        try {
            NestedRun run = NestedRun.of(DETECTING, Isolated.class);

            assertThat(run.failures()).isEmpty();
            assertThat(run.tests()).isEqualTo(1);
        } finally {
            IsolatedDatabase.register(before);
        }
    }

    @Test
    void shouldTakeHttpAddressesOnly() {
        assertThat(LiveServer.url()).isEmpty();
        properties.set(URL, " https://bridge.example.org:8443 ");
        assertThat(LiveServer.url()).contains(URI.create("https://bridge.example.org:8443"));
        properties.set(URL, "bridge.example.org");
        assertThatThrownBy(LiveServer::url)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.base.url must be an http or https URL, but is bridge.example.org");
        properties.set(URL, "https://bridge.example.org/api/v1");
        assertThatThrownBy(LiveServer::url)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.base.url must be without a path, but is https://bridge.example.org/api/v1");
    }

    private static NestedRun run() {
        return NestedRun.of(DETECTING, AnyServers.class, BadInput.class, ItsOwn.class);
    }

    @Tag("live")
    static class AnyServers {

        @Test
        void runs() {}
    }

    @Tag("validation")
    static class BadInput {

        @Test
        void runs() {}
    }

    @Tag("integration")
    static class ItsOwn {

        @Test
        void runs() {}
    }

    @Tag("live")
    @FlushTest
    static class Isolated {

        @Test
        void runs() {}
    }
}
