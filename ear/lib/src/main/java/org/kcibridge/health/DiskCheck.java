package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: there is room for logs and data, {@code BRIDGE_FREE_DISK}. What is taken in is written down in several places,
 * and a node that stops in the middle of it helps nobody; unlike KCIDB's troubles, these are of one node alone.
 */
@Readiness
@ApplicationScoped
public class DiskCheck implements HealthCheck {

    @Inject
    NodeState node;

    @Override
    public HealthCheckResponse call() {
        Map<String, Long> free = ServerFolders.free();
        long needed = node.limits().map(NodeState.Limits::freeDisk).orElse(0L);
        HealthCheckResponseBuilder check =
                HealthCheckResponse.named("disk").status(isEnough(free, needed)).withData("needed_bytes", needed);
        free.forEach((folder, bytes) -> check.withData(folder + "_free_bytes", bytes));
        return check.build();
    }

    /** Folders may lie on different disks. */
    static boolean isEnough(Map<String, Long> free, long needed) {
        return free.values().stream().allMatch(bytes -> bytes >= needed);
    }
}
