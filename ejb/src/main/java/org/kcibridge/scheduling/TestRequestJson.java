package org.kcibridge.scheduling;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;

/** A test request as the job keeps it. */
final class TestRequestJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private TestRequestJson() {}

    static JsonObject write(TestRequest request) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("runner", request.runner())
                .add("build_id", request.buildId())
                .add("architecture", request.architecture())
                .add("device", request.device())
                .add("kernel", request.kernel().toString())
                .add("tests", JSON.createArrayBuilder(request.tests()))
                .add("collection", request.collection());
        request.modules().ifPresent(modules -> json.add("modules", modules.toString()));
        return json.build();
    }

    static TestRequest read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new TestRequest(
                    json.getString("runner"),
                    json.getString("build_id"),
                    json.getString("architecture"),
                    json.getString("device"),
                    URI.create(json.getString("kernel")),
                    Optional.ofNullable(json.getString("modules", null)).map(URI::create),
                    json.getJsonArray("tests").getValuesAs(JsonString::getString),
                    json.getString("collection"));
        }
    }
}
