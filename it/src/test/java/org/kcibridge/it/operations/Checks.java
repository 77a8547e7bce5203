package org.kcibridge.it.operations;

import jakarta.json.JsonObject;
import java.util.List;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Bench;

/** What the server says about its health. */
record Checks(int status, List<JsonObject> checks) {

    /** @param kind live, ready or started */
    static Checks of(String kind) {
        Reply reply = Bench.get().management("/health/" + kind);
        return new Checks(reply.status(), reply.json().getJsonArray("checks").getValuesAs(JsonObject.class));
    }

    List<String> all() {
        return checks.stream()
                .map(check -> check.getString("name") + " " + check.getString("status"))
                .toList();
    }

    JsonObject data(String name) {
        return checks.stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no check called " + name + " among " + all()))
                .getJsonObject("data");
    }
}
