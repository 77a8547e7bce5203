package org.kcibridge.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Locale;
import javax.sql.DataSource;
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

    private static final int TIMEOUT_SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("kcidb").up();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet kcidb = statement.executeQuery("select state, since from destination where id = 'kcidb'")) {
                if (kcidb.next()) {
                    check.withData("delivery", kcidb.getString("state").toLowerCase(Locale.ROOT))
                            .withData(
                                    "since",
                                    kcidb.getObject("since", OffsetDateTime.class)
                                            .toString());
                }
            }
        } catch (SQLException noDatabase) {
            // That is what the database's own check is for.
            check.withData("delivery", "unknown");
        }
        return check.build();
    }
}
