package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started, and ready, means: the core runs, on a database that has all migrations it needs. A newer schema is another node's,
 * during an upgrade; an older one is that of a backup, put back while this node ran, which only a restart brings up to date.
 */
@Startup
@Readiness
@ApplicationScoped
public class SchemaCheck implements HealthCheck {

    /** As {@code MigrationIntegrator} has left it. */
    public static final String VERSION =
            "select max(cast(version as integer)) from flyway_schema_history where success and version is not null";

    @Inject
    Question question;

    @Inject
    NodeState node;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("schema");
        if (node.limits().isEmpty()) {
            return check.down().withData("core", "has not started").build();
        }
        int needed = node.limits().get().schema();
        try {
            int found = question.ask(VERSION, row -> row.getInt(1)).orElse(0);
            return check.status(found >= needed)
                    .withData("version", found)
                    .withData("needed", needed)
                    .build();
        } catch (SQLException noDatabase) {
            return check.down().withData("needed", needed).build();
        }
    }
}
