package org.kcibridge.security;

import java.util.List;
import java.util.Set;

/**
 * What the bearer of a token may do. The roles form a ladder: a submitter may also read, an operator may do everything.
 *
 * <p>The ladder is climbed once, at login, when a caller gets all {@linkplain #implied implied} roles. An endpoint
 * therefore names only the lowest role it asks for: {@code @RolesAllowed(Role.READER)}. Strings, not an enum,
 * because annotations take nothing else.
 */
public final class Role {

    /** May look at everything, and change nothing. */
    public static final String READER = "reader";

    /** May have kernels built and tested, and hand in results. */
    public static final String SUBMITTER = "submitter";

    /** May cancel, retry, and start jobs. */
    public static final String OPERATOR = "operator";

    private static final List<String> LADDER = List.of(READER, SUBMITTER, OPERATOR);

    private Role() {}

    /**
     * The role itself and all below it.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public static Set<String> implied(String role) {
        int rung = LADDER.indexOf(role);
        if (rung < 0) {
            throw new IllegalArgumentException("No such role: " + role);
        }
        return Set.copyOf(LADDER.subList(0, rung + 1));
    }
}
