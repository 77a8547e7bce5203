package org.kcibridge.runner.tuxsuite;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kcibridge.log.OneLine;
import org.kcibridge.outbound.Gateway;
import org.kcibridge.outbound.Heard;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.settings.BridgeSettings;

/**
 * Calls TuxSuite and sorts its answers: taken, refused, or nobody knows.
 */
@ApplicationScoped
class TuxSuiteClient {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Duration ANSWERING = Duration.ofSeconds(15);

    /** Refusals that are none: took too long, too early, too many. */
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

    /** Refusals of our token; TuxSuite uses 403. */
    private static final Set<Integer> ABOUT_US = Set.of(401, 403, 407);

    @Inject
    TuxSuiteSettings settings;

    @Inject
    BridgeSettings bridge;

    private TuxSuiteApi api;

    @PostConstruct
    void connect() {
        api = Gateway.to(settings.api(), TuxSuiteApi.class, ANSWERING, bridge.lease());
    }

    /** Orders one build. @return what TuxSuite made of it, with its {@code uid} */
    JsonObject build(JsonObject order) {
        JsonObject orders = JSON.createObjectBuilder()
                .add("builds", JSON.createArrayBuilder().add(order))
                .add("patches", JSON.createObjectBuilder())
                .build();
        JsonStructure answer =
                call(() -> api.build(settings.token(), settings.group(), settings.project(), orders.toString()));
        try {
            return answer.asJsonArray().getJsonObject(0);
        } catch (ClassCastException | IndexOutOfBoundsException strange) {
            throw new RunnerUnavailable("TuxSuite's answer is not a list of builds");
        }
    }

    /** Orders one test. @return what TuxSuite made of it, with its {@code uid} */
    JsonObject test(JsonObject order) {
        return object(call(() -> api.test(settings.token(), settings.group(), settings.project(), order.toString())));
    }

    /** @param work {@code builds} or {@code tests} */
    JsonObject status(String work, String uid) {
        return object(call(() -> api.status(settings.token(), settings.group(), settings.project(), work, uid)));
    }

    /** @param work {@code builds} or {@code tests} */
    void cancel(String work, String uid) {
        answer(() -> api.cancel(settings.token(), settings.group(), settings.project(), work, uid));
    }

    /** What TuxSuite publishes of the project's keys. */
    JsonObject keys() {
        return object(call(() -> api.keys(settings.token(), settings.group(), settings.project())));
    }

    private static JsonObject object(JsonStructure answer) {
        if (answer instanceof JsonObject status) {
            return status;
        }
        throw new RunnerUnavailable("TuxSuite's answer is not a JSON object");
    }

    private JsonStructure call(Supplier<Response> request) {
        try {
            return parse(answer(request));
        } catch (JsonException | IllegalStateException notJson) {
            throw new RunnerUnavailable("TuxSuite's answer is not JSON");
        }
    }

    private String answer(Supplier<Response> request) {
        try (Response response = request.get()) {
            String body = Heard.body(response);
            int code = response.getStatus();
            if (code >= 400 && code < 500 && !TRY_AGAIN.contains(code)) {
                throw new RunnerRefused(
                        "TuxSuite answered %d: %s".formatted(code, redacted(reason(body))), ABOUT_US.contains(code));
            }
            if (code < 200 || code >= 300) {
                throw new RunnerUnavailable("TuxSuite answered %d: %s".formatted(code, redacted(reason(body))));
            }
            return body;
        } catch (ProcessingException network) {
            throw new RunnerUnavailable("TuxSuite cannot be reached: " + Heard.reason(network));
        }
    }

    /** Whoever refuses a token may quote it. */
    private String redacted(String reason) {
        return reason.replace(settings.token(), "(our token)");
    }

    private static JsonStructure parse(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return reader.read();
        }
    }

    /** TuxSuite says why in {@code error} or {@code status_message}; proxies in between say it in plain text. */
    private static String reason(String body) {
        String said = body;
        try {
            if (parse(body) instanceof JsonObject error) {
                said = Stream.of("error", "status_message")
                        .map(error::get)
                        .filter(JsonString.class::isInstance)
                        .map(reason -> ((JsonString) reason).getString())
                        .findFirst()
                        .orElse("");
            }
        } catch (JsonException | IllegalStateException notJson) {
            // Then it is said in plain text.
        }
        return said.isBlank() ? "no reason given" : OneLine.of(said);
    }
}
