package org.kcibridge.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kcibridge.identity.Sha256;

/**
 * The id of a checkout in KCIDB, {@code origin:sha256}. It follows from what was checked out, so that all builds of the
 * same revision share one checkout without asking anybody, on every node and after every restart.
 */
public final class CheckoutId {

    /** From schema 5.3; the limit of 100 characters is the database column's. */
    private static final Pattern ORIGIN = Pattern.compile("[a-z0-9_]{1,100}");

    private CheckoutId() {}

    /**
     * @param origin our name among KCIDB's submitters
     * @param repository {@link RepositoryUrl#key()}, or the address as it is when it has none
     * @param branch branch or tag, may be null
     * @param revision commit hash, or whatever else makes the checkout a different one when the hash is unknown
     */
    public static String of(String origin, String repository, String branch, String revision) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("an origin is made of a-z, 0-9 and _ only");
        }
        List<String> parts = Stream.of(repository, branch, revision)
                .map(part -> part == null ? "" : part)
                .toList();
        return origin + ":" + Sha256.hex(parts);
    }
}
