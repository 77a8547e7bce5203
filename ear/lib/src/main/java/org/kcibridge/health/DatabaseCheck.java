package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers. Without it nothing can be promised to anyone, so no request should come here. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

    @Inject
    Question question;

    @Override
    public HealthCheckResponse call() {
        try {
            question.ask("select 1", row -> row.getInt(1));
            return HealthCheckResponse.up("database");
        } catch (SQLException away) {
            return HealthCheckResponse.down("database");
        }
    }
}
