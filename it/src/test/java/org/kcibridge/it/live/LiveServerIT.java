package org.kcibridge.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.it.container.FreePort;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.it.isolation.IsolatedDatabase;
import org.kcibridge.it.isolation.Leak;
import org.kcibridge.it.run.RunCommand;
import org.kcibridge.kind.SlowTest;

/** Tests of a server that somebody else has started, here by the run command: they say what they can of it, and leave it alone. */
@SlowTest
@ExtendWith(SharedServer.class)
class LiveServerIT {

    /** A run that looked for a PostgreSQL of its own would break down here. */
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nowhere";

    private static final String NOT_FOR_ANY = "it is not made for any server, and test.base.url names one";

    private final int port = FreePort.next();

    @TempDir
    Path home;

    @Test
    void isTestedOverHttpOnly(ScratchDatabase database) {
        try (RunCommand command = RunCommand.start(home, environment(database))) {
            String token = command.awaitPrinted("operator token +(kcib_\\S+)");
            try (IsolatedDatabase isolated = IsolatedDatabase.of(database::connect)) {
                Map<String, List<String>> asStranger = run(Map.of());

                assertThat(asStranger.get("PublicDoorsIT"))
                        .hasSizeGreaterThan(5)
                        .containsOnly("passed");
                assertThat(asStranger.get("IdValidationIT"))
                        .containsExactly("skipped: it needs a token for the server that test.base.url names");
                assertThat(isolated.leaks()).isEmpty();

                Map<String, List<String>> asOperator = run(Map.of("test.token", token));

                assertThat(asOperator.get("PublicDoorsIT"))
                        .hasSizeGreaterThan(5)
                        .containsOnly("passed");
                assertThat(asOperator.get("IdValidationIT"))
                        .hasSizeGreaterThan(5)
                        .containsOnly("passed");
                assertThat(asOperator.get("ErrorsIT"))
                        .isNotEmpty()
                        .containsOnly(
                                "skipped: it needs a bridge, a database and stand-ins of its own, not a live server");
                assertThat(List.of("HealthIT", "CoreIT", "LiveModeTest"))
                        .allSatisfy(
                                other -> assertThat(asOperator.get(other)).containsExactly("skipped: " + NOT_FOR_ANY));
                // The server itself notes when a token was used last.
                assertThat(isolated.leaks()).extracting(Leak::table).containsExactly("api_token");
            }
        }
    }

    private Map<String, List<String>> run(Map<String, String> more) {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("test.base.url", "http://localhost:" + port);
        // As Failsafe says it: without a live server a bench would be opened there.
        properties.put("bridge.tests", home.resolve("bench").toString());
        properties.put("jboss.home", System.getProperty("jboss.home"));
        return LiveRun.of(
                properties,
                NOWHERE,
                "org.kcibridge.it.api.PublicDoorsIT",
                "org.kcibridge.it.contract.IdValidationIT",
                "org.kcibridge.it.api.ErrorsIT",
                "org.kcibridge.it.api.HealthIT",
                "org.kcibridge.it.inside.CoreIT",
                "org.kcibridge.it.live.LiveModeTest");
    }

    private Map<String, String> environment(ScratchDatabase database) {
        return Map.of(
                "BRIDGE_HTTP_PORT", Integer.toString(port),
                "BRIDGE_MANAGEMENT_PORT", Integer.toString(FreePort.next()),
                "DB_URL", database.server().jdbcUrl(database.name()),
                "DB_USER", database.server().user(),
                "DB_PASSWORD", database.server().password());
    }
}
