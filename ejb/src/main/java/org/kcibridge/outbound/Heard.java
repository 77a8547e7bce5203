package org.kcibridge.outbound;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import org.kcibridge.log.OneLine;

/** What came back from a call: text in any case, since servers also answer with nothing and networks with exceptions. */
public final class Heard {

    private Heard() {}

    /** The body; empty when there is none, for which the client would give {@code null}. */
    public static String body(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : null;
        return body == null ? "" : body;
    }

    /** Why a call came to nothing, in a line. */
    public static String reason(ProcessingException network) {
        return OneLine.of((network.getCause() == null ? network : network.getCause()).toString());
    }
}
