package org.kcibridge.rest.lists;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many items a list has.
 *
 * @param total all of them
 * @param counts those in each status or state that there are any of, NONE for those without a status; nothing where items have
 *     neither
 */
@Schema(requiredProperties = {"total", "counts"})
public record Counts(long total, Map<String, Long> counts) {}
