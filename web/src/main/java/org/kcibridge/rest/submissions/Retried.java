package org.kcibridge.rest.submissions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a wish to send submissions again.
 *
 * @param retried how many are sent again; the others were not stuck, or there are none
 */
@Schema(requiredProperties = "retried")
public record Retried(int retried) {}
