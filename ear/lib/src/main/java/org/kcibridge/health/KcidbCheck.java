package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether reports get through to KCIDB. It is up even when they do not: then they are kept, and taking callbacks is
 * more important than ever, so nobody may turn traffic away from here for it. Monitoring goes by its {@code delivery}.
 */
@Readiness
@ApplicationScoped
public class KcidbCheck implements HealthCheck {

    @Inject
    Question question;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("kcidb").up();
        try {
            question.ask("select state, since from destination where id = 'kcidb'", row -> tell(check, row));
        } catch (SQLException noDatabase) {
            // That is what the database's own check is for.
            check.withData("delivery", "unknown");
        }
        return check.build();
    }

    private static HealthCheckResponseBuilder tell(HealthCheckResponseBuilder check, ResultSet kcidb)
            throws SQLException {
        return check.withData("delivery", kcidb.getString("state").toLowerCase(Locale.ROOT))
                .withData(
                        "since", kcidb.getObject("since", OffsetDateTime.class).toString());
    }
}
