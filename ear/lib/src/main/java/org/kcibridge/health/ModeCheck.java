package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells what an operator has held back. It is up in every mode: callbacks are taken in each, and have to come through. */
@Readiness
@ApplicationScoped
public class ModeCheck implements HealthCheck {

    @Inject
    Question question;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("mode").up();
        try {
            String mode = question.ask("select state from mode order by id desc limit 1", row -> row.getString(1))
                    .orElse("normal");
            check.withData("mode", mode);
        } catch (SQLException noDatabase) {
            check.withData("mode", "unknown");
        }
        return check.build();
    }
}
