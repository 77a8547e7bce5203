package org.kcibridge.scheduling;

import java.util.UUID;
import org.kcibridge.runner.Order;

/** Work as a client asks for it. */
public sealed interface WorkRequest permits BuildRequest, TestRequest {

    JobKind kind();

    /** Code of the runner. */
    String runner();

    /** The order a runner gets, under the id of our job. */
    Order order(UUID job);
}
