package org.kcibridge.submission;

import java.util.UUID;

/**
 * What the dispatcher needs to know of a submission that it took out of the outbox.
 *
 * @param id the submission's
 * @param document the KCIDB document, as JSON text
 */
public record Unsent(UUID id, String document) {}
