package org.kcibridge.it.contract;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.ApiClient.Reply;

/**
 * A request that cannot be granted.
 *
 * @param path relative to {@code /api/v1}
 * @param peculiarity what is wrong with it, for its name
 */
record Misuse(
        String method, String path, String peculiarity, Map<String, String> headers, Supplier<BodyPublisher> body) {

    static Misuse of(String method, String path) {
        return new Misuse(method, path, "", Map.of("Content-Type", "application/json"), BodyPublishers::noBody);
    }

    static Misuse of(Operation operation) {
        Misuse misuse = of(operation.method(), operation.somePath());
        return operation.takesJson() ? misuse.with("{}") : misuse;
    }

    Misuse with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Misuse(method, path, header + ": " + value, more, body);
    }

    Misuse with(String content) {
        String shown = content.length() > 20 ? content.substring(0, 20) + "…" : content;
        return new Misuse(method, path, "with " + shown, headers, () -> BodyPublishers.ofString(content));
    }

    Misuse with(byte[] content) {
        return new Misuse(method, path, content.length + " bytes", headers, () -> BodyPublishers.ofByteArray(content));
    }

    /** Without saying how many there are. */
    Misuse withUnannounced(byte[] content) {
        return new Misuse(
                method,
                path,
                content.length + " bytes in chunks",
                headers,
                () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));
    }

    Reply commit(ApiClient api) {
        HttpRequest.Builder request = api.request(path).method(method, body.get());
        headers.forEach(request::header);
        return api.send(request);
    }

    @Override
    public String toString() {
        return (method + " " + path + " " + peculiarity).strip();
    }
}
