package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live means: chores begin. They do so several times a second, whether or not they succeed, so that no trouble of the database
 * or of KCIDB ends here; when none has begun for so long, nothing but a restart helps.
 */
@Liveness
@ApplicationScoped
public class HeartbeatCheck implements HealthCheck {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Inject
    NodeState node;

    @Override
    public HealthCheckResponse call() {
        Duration pause = node.sinceLastBeat();
        return HealthCheckResponse.named("heartbeat")
                .status(pause.compareTo(LONGEST_PAUSE) < 0)
                .withData("seconds_since_last_beat", pause.toSeconds())
                .build();
    }
}
