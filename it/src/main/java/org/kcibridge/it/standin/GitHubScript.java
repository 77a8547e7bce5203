package org.kcibridge.it.standin;

import jakarta.json.Json;

/** How a {@link GitHubStandIn} shall behave; without orders it is well. */
public final class GitHubScript extends Script<GitHubScript> {

    private static final RequestKind DISPATCHES =
            new RequestKind("POST", "/repos/[^/]+/[^/]+/actions/workflows/[^/]+/dispatches");

    GitHubScript() {
        super(DISPATCHES);
    }

    @Override
    GitHubScript self() {
        return this;
    }

    @Override
    Answer refusal(int status, String message) {
        return Answer.json(
                status, Json.createObjectBuilder().add("message", message).build());
    }
}
