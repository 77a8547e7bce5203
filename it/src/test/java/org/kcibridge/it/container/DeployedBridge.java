package org.kcibridge.it.container;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.kcibridge.it.isolation.IsolatedDatabase;

/**
 * The bridge that the tests share, and what it does by itself. Between tests it stands still, so that a database that was
 * put back as it was stays so.
 */
final class DeployedBridge {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** JBeret makes its tables when it needs them first. */
    private static final String BATCH = "select to_regclass('jberet.job_execution')";

    private static final String RUNNING =
            "select count(*) from jberet.job_execution where batchstatus in ('STARTING', 'STARTED', 'STOPPING')";

    private final URI server;
    private final Database database;
    private boolean isolated;

    DeployedBridge(URI server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** Once it is deployed for the first time: what it wrote at its start belongs to the initial data of all tests. */
    void isolate() {
        if (!isolated) {
            pause();
            IsolatedDatabase.register(IsolatedDatabase.of(database.worker()::connect));
            isolated = true;
        }
    }

    /** Waits until nothing is under way, and lets nothing begin. */
    void pause() {
        await("batch jobs have ended").atMost(PATIENCE).until(() -> !isBatchRunning());
        forgetBatchJobs();
        send(pulse("/pause").POST(BodyPublishers.noBody()));
    }

    void resume() {
        send(pulse("/resume").POST(BodyPublishers.noBody()));
    }

    /** Lets a bridge that stands still do one of its chores once. */
    void beat(String chore) {
        send(pulse("/beat?chore=" + chore.replace(" ", "%20")).POST(BodyPublishers.noBody()));
    }

    /** What the threads of its server have allocated since they began. */
    Map<String, Long> allocatedBytes() {
        return send(HttpRequest.newBuilder(server.resolve("/arquillian/allocated")))
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(thread -> thread[0], thread -> Long.valueOf(thread[1])));
    }

    /** Their records are not in the schema that is isolated; executions and steps go with their instances. */
    private void forgetBatchJobs() {
        if (database.value(BATCH) != null) {
            database.update("delete from jberet.job_instance");
        }
    }

    private boolean isBatchRunning() {
        return database.value(BATCH) != null && database.count(RUNNING) > 0;
    }

    boolean isWorking() {
        return Boolean.parseBoolean(send(pulse("/").GET()));
    }

    /** The door that the tests' own WAR has. */
    private HttpRequest.Builder pulse(String path) {
        return HttpRequest.newBuilder(server.resolve("/arquillian/pulse" + path));
    }

    private static String send(HttpRequest.Builder request) {
        HttpResponse<String> answer = Exchange.of(request.build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer.body();
    }
}
