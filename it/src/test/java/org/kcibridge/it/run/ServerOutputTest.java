package org.kcibridge.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.UnitTest;

/** What of a server's many words reaches the person at the console. */
@UnitTest
class ServerOutputTest {

    private static final String LOG =
            """
            10:15:30,001 INFO  [org.kcibridge.submission] (ServerService Thread Pool -- 7) KCIB0004: 3 migrations applied
            10:15:30,002 WARN  [org.wildfly.extension.elytron] (MSC service thread 1-2) WFLYELY00023: no key store
            10:15:30,003 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-4) MSC000001: Failed to start service x
            \tat org.jboss.msc.Controller.start(Controller.java:1)
            Caused by: java.lang.IllegalStateException: KCIB0002: KCIDB_ORIGIN must match [a-z0-9_]+
            10:15:30,004 INFO  [org.jboss.as] (Controller Boot Thread) WFLYSRV0026: WildFly started (with errors) in 5 s
            """;

    private static final String JSON =
            """
            10:15:29,900 INFO  [org.jboss.modules] (main) JBoss Modules version 2.1.6.Final
            {"level":"WARN","loggerName":"org.wildfly.extension.elytron","message":"WFLYELY00023: no key store"}
            {"level":"ERROR","loggerName":"org.jboss.msc.service.fail","message":"MSC000001: Failed to start service x",\
            "stackTrace":"org.jboss.msc.service.StartException\\nCaused by: KCIB0002: KCIDB_ORIGIN must match [a-z0-9_]+\\n"}
            {"level":"INFO","loggerName":"org.jboss.as","message":"WFLYSRV0026: WildFly started (with errors) in 5 s"}
            """;

    @TempDir
    Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void shouldExplainFailedStartInTheApplicationsOwnWords() throws Exception {
        ServerOutput output = read(LOG);
        assertThat(output.isFaulty()).isTrue();
        assertThat(output.isStarted()).isFalse();
        assertThat(output.reason()).contains("KCIB0002: KCIDB_ORIGIN must match [a-z0-9_]+");
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldUnderstandJsonAsWell() throws Exception {
        ServerOutput output = read(JSON);
        assertThat(output.isFaulty()).isTrue();
        assertThat(output.reason()).contains("KCIB0002: KCIDB_ORIGIN must match [a-z0-9_]+");
        output.goLive();
        assertThat(heard).singleElement().asString().contains("MSC000001");
        assertThat(read(JSON.replace("KCIB0002: ", "")).reason()).contains("MSC000001: Failed to start service x");
    }

    @Test
    void shouldFallBackToTheFirstError() throws Exception {
        ServerOutput output = read(LOG.replace("KCIB0002: ", ""));
        assertThat(output.reason()).contains("MSC000001: Failed to start service x");
    }

    @Test
    void shouldPassOnErrorsOfTheStartOnceLive() throws Exception {
        ServerOutput output = read(LOG);
        output.goLive();
        assertThat(heard).singleElement().asString().contains("MSC000001");
    }

    @Test
    void shouldRecordEverything() throws Exception {
        read(LOG);
        assertThat(folder.resolve("console.log")).hasContent(LOG);
    }

    private ServerOutput read(String log) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("server.out"), log);
        Process process = new ProcessBuilder("cat", file.toString()).start();
        var output = new ServerOutput(process, folder.resolve("console.log"), heard::add);
        output.await();
        return output;
    }
}
