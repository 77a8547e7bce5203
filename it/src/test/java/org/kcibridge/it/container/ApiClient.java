package org.kcibridge.it.container;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.contract.Contract;

/**
 * A client of the bridge's REST API, which holds the bridge to its contract.
 *
 * @param server where the bridge is, without a path
 * @param token presented as Bearer; {@code null} for a stranger
 */
public record ApiClient(URI server, String token) {

    public ApiClient with(String otherToken) {
        return new ApiClient(server, otherToken);
    }

    /** Paths are relative to {@code /api/v1}. */
    public URI uri(String path) {
        return server.resolve("/api/v1" + path);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Begins a request of any kind, with the token. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return token == null ? request : request.header(Authorization.HEADER, Authorization.bearer(token));
    }

    /** Sends a request; an answer that the contract does not describe fails the test. */
    public Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Reply reply = new Reply(Exchange.of(request));
        Contract.of(server).check(request, reply.response());
        return reply;
    }

    /** Asks for something that is not of the API: the path is the whole one. */
    public Reply outside(String path) {
        return new Reply(
                Exchange.of(HttpRequest.newBuilder(server.resolve(path)).GET().build()));
    }

    /** @param headers names and values by turns */
    public Reply post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** Posts a build that the bridge takes; further fields or others than the usual ones as JSON. */
    public Reply build(Map<String, String> fields) {
        var body = Json.createObjectBuilder()
                .add("toolchain", "gcc-14")
                .add("tree", "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git")
                .add("branch", "master")
                .add("kconfig", "defconfig");
        fields.forEach(body::add);
        return post("/builds/run", body.build().toString(), "Prefer", "return=representation");
    }

    public List<JsonObject> items(String path) {
        return get(path).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** What the bridge answered. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        }
    }
}
