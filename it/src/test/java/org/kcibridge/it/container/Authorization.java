package org.kcibridge.it.container;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values of the header that says who somebody is. */
public final class Authorization {

    public static final String HEADER = "Authorization";

    private Authorization() {}

    public static String bearer(String token) {
        return "Bearer " + token;
    }

    /** As clients in the field send it, who write user and token into the URL. */
    public static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString(("ci:" + token).getBytes(StandardCharsets.UTF_8));
    }
}
