package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether reports wait for longer than the operator expects, {@code BRIDGE_OUTBOX_AGE}. It is up even then, as that of
 * KCIDB: a node that left the load balancer because reports wait would only lose callbacks, and all nodes would leave it
 * together. Monitoring goes by its {@code reports}.
 */
@Readiness
@ApplicationScoped
public class OutboxCheck implements HealthCheck {

    private static final String OLDEST =
            """
            select coalesce(extract(epoch from now() - min(created_at)), 0) from submission
            where state in ('WAITING', 'RETRY')""";

    @Inject
    Question question;

    @Inject
    NodeState node;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("outbox").up();
        try {
            long oldest = question.ask(OLDEST, row -> row.getLong(1)).orElseThrow();
            check.withData("reports", isLate(oldest) ? "late" : "in time").withData("oldest_seconds", oldest);
        } catch (SQLException noDatabase) {
            check.withData("reports", "unknown");
        }
        return check.build();
    }

    private boolean isLate(long seconds) {
        return node.limits()
                .filter(limits -> limits.outboxAge().compareTo(Duration.ofSeconds(seconds)) < 0)
                .isPresent();
    }
}
