package org.kcibridge.it.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;

/**
 * What something cost in the core.
 *
 * @param statements SQL statements that the core had prepared; the login's, which is plain JDBC, is not among them
 * @param transactions transactions that ended
 */
record Cost(int statements, int transactions) {

    /** Measures something during which the bridge does nothing else. */
    static Cost of(ManagementClient management, Runnable something) {
        write(management, true);
        try {
            execute(management, operation("clear"));
            something.run();
            return new Cost(
                    read(management, "prepared-statement-count"), read(management, "completed-transaction-count"));
        } finally {
            write(management, false);
        }
    }

    private static void write(ManagementClient management, boolean enabled) {
        ModelNode write = operation("write-attribute");
        write.get("name").set("enabled");
        write.get("value").set(enabled);
        execute(management, write);
    }

    private static int read(ManagementClient management, String attribute) {
        ModelNode read = operation("read-attribute");
        read.get("name").set(attribute);
        return execute(management, read).asInt();
    }

    private static ModelNode operation(String name) {
        ModelNode operation = new ModelNode();
        operation.get("operation").set(name);
        operation
                .get("address")
                .add("deployment", "kci-bridge.ear")
                .add("subdeployment", "ejb.jar")
                .add("subsystem", "jpa")
                .add("hibernate-persistence-unit", "kci-bridge.ear/ejb.jar#bridge");
        return operation;
    }

    private static ModelNode execute(ManagementClient management, ModelNode operation) {
        try {
            ModelNode answer = management.getControllerClient().execute(operation);
            assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
            return answer.get("result");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
