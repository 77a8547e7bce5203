package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.Operation;
import org.jboss.as.controller.client.OperationBuilder;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.kind.IntegrationTest;

/** WildFly's admin console goes by the management model; so do these. */
@IntegrationTest
class AdminConsoleIT extends BatchTest {

    private static final String BATCH = "batch-jberet";

    @ArquillianResource
    ManagementClient management;

    /** The tests' own part of the application, which sees all others, is not delivered. */
    @Test
    void listsEachJobOnce() {
        List<String> jobs = Stream.of("ejb.jar", "batch.jar", "web.war")
                .filter(this::exists)
                .flatMap(part -> jobsOf(part).stream())
                .toList();

        assertThat(jobs)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BatchJob.values()).map(BatchJob::key).toList());
    }

    /** That the old tables are missing, which they are almost everywhere, has a test of its own. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MIGRATION")
    void startsEachWithoutParameters(BatchJob job) throws IOException {
        ModelNode start = operation("start-job", "batch.jar");
        start.get("job-xml-name").set(job.key());

        int id = execute(start).asInt();

        assertThat(awaitEnd(id).getString("state")).isEqualTo("COMPLETED");
        assertThat(awaitEnd(id).getString("exit_status"))
                .matches(
                        switch (job) {
                            case SEEDING -> ".* 24 checkouts created, .*";
                            case AGGREGATES -> "nothing to do|[0-9]+ checkouts and issues worked out anew";
                            default -> "nothing to do";
                        });
    }

    @Test
    void saysInTheExitStatusWhichParameterIsWrong() throws IOException {
        dead(1);
        ModelNode start = operation("start-job", "batch.jar");
        start.get("job-xml-name").set("kcidb-resubmission");
        start.get("properties").get("kind").set("everything");

        int id = execute(start).asInt();

        assertThat(awaitEnd(id).getString("state")).isEqualTo("FAILED");
        assertThat(execution(id).getString("exit_status")).isEqualTo("kind must be builds, tests or all");
        assertThat(count("DEAD")).isEqualTo(1);
    }

    @Test
    void beginsNothingWhileTheBridgeIsReadOnly() throws IOException {
        dead(1);
        database.update("insert into mode (state, set_by) values ('read-only', 'somebody')");
        ModelNode start = operation("start-job", "batch.jar");
        start.get("job-xml-name").set("kcidb-resubmission");

        int id = execute(start).asInt();

        assertThat(awaitEnd(id).getString("state")).isEqualTo("FAILED");
        assertThat(execution(id).getString("exit_status")).isEqualTo("the bridge is in mode read-only");
        assertThat(count("DEAD")).isEqualTo(1);
    }

    private boolean exists(String part) {
        ModelNode read = operation("read-resource", part);
        try {
            return management
                    .getControllerClient()
                    .execute(read)
                    .get("outcome")
                    .asString()
                    .equals("success");
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> jobsOf(String part) {
        ModelNode read = operation("read-children-names", part);
        read.get("child-type").set("job");
        try {
            return execute(read).asList().stream().map(ModelNode::asString).toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ModelNode operation(String name, String part) {
        ModelNode operation = new ModelNode();
        operation.get("operation").set(name);
        operation
                .get("address")
                .add("deployment", "kci-bridge.ear")
                .add("subdeployment", part)
                .add("subsystem", BATCH);
        return operation;
    }

    private ModelNode execute(ModelNode operation) throws IOException {
        Operation built = OperationBuilder.create(operation).build();
        ModelNode answer = management.getControllerClient().execute(built);
        assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
        return answer.get("result");
    }
}
