package org.kcibridge.it.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Exchange;

/** A lab that hands results in, as JSON or as its harness has written them. */
record Lab(ApiClient api) {

    static final String BUILD = "maestro:67a1b2c3d4e5f60718293a4b";

    /** A run with these tests, each of which is collection, name, result and, if there are more, logs. */
    static JsonObject run(String uid, String[]... tests) {
        var list = Json.createArrayBuilder();
        for (String[] test : tests) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("test_collection", test[0])
                    .add("test_name", test[1])
                    .add("result", test[2]);
            if (test.length > 3) {
                one.add("logs", test[3]);
            }
            list.add(one);
        }
        return Json.createObjectBuilder()
                .add("test_uid", uid)
                .add("build_id", BUILD)
                .add("device", "starfive-visionfive-2")
                .add("runtime", "lab-riscv")
                .add("tests", list)
                .build();
    }

    static String[] test(String... parts) {
        return parts;
    }

    Reply submit(JsonObject run) {
        return api.post("/tests/submit", run.toString());
    }

    Reply submitAndShow(JsonObject run) {
        return api.post("/tests/submit", run.toString(), "Prefer", "return=representation");
    }

    /** Hands in a document; what the query says may be changed, or left out where it is empty. */
    Reply submit(String contentType, String document, Map<String, String> changes) {
        return submit(contentType, document.getBytes(StandardCharsets.UTF_8), changes);
    }

    Reply submit(String contentType, byte[] document, Map<String, String> changes) {
        Map<String, String> query = new TreeMap<>(
                Map.of("test_uid", "4711", "build_id", BUILD, "device", "qemu-riscv64", "runtime", "lab-riscv"));
        query.putAll(changes);
        query.values().removeIf(String::isEmpty);
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = api.request("/tests/submit/document?" + parameters)
                .header("Prefer", "return=representation")
                .POST(BodyPublishers.ofByteArray(document));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return api.send(request);
    }

    /** Follows an address as a reader of KCIDB's pages does, who has no token. */
    static HttpResponse<byte[]> follow(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Exchange.of(request.build(), BodyHandlers.ofByteArray());
    }
}
