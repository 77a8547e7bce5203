package org.kcibridge.submission.kcidb;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;
import org.kcibridge.outbound.Gateway;
import org.kcibridge.outbound.Heard;
import org.kcibridge.settings.BridgeSettings;
import org.kcibridge.submission.Answer;
import org.kcibridge.submission.KcidbGateway;

/** Posts to KCIDB's REST endpoint and reads its answers for what they mean, not for what they are called. */
@ApplicationScoped
public class KcidbRestGateway implements KcidbGateway {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Duration ANSWERING = Duration.ofMinutes(1);
    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final Set<Integer> OUR_FAULT = Set.of(400, 413, 422);
    private static final Set<Integer> OUR_TOKEN = Set.of(401, 403);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    @Inject
    KcidbSettings settings;

    @Inject
    BridgeSettings bridge;

    private KcidbApi api;

    @PostConstruct
    void connect() {
        if (settings.dryRun()) {
            BridgeLog.LOG.dryRun();
            return;
        }
        api = Gateway.to(settings.base().orElseThrow(), KcidbApi.class, ANSWERING, bridge.lease());
    }

    @Override
    public List<String> violations(String document) {
        return SCHEMA.violations(document);
    }

    @Override
    public boolean isDryRun() {
        return settings.dryRun();
    }

    @Override
    public Answer submit(String document) {
        try (Response response = api.submit(bearer(), document)) {
            return read(response, Heard.body(response));
        } catch (ProcessingException network) {
            return unreachable(network);
        }
    }

    @Override
    public Optional<Answer> trouble() {
        try (Response response = api.authTest(bearer())) {
            Answer answer = read(response, Heard.body(response));
            boolean stops = answer instanceof Answer.Unauthorised || isTrouble(response.getStatus());
            return stops ? Optional.of(answer) : Optional.empty();
        } catch (ProcessingException network) {
            return Optional.of(unreachable(network));
        }
    }

    private static Answer unreachable(ProcessingException network) {
        return new Answer.Unavailable(
                OptionalInt.empty(), "KCIDB cannot be reached: " + Heard.reason(network), Optional.empty());
    }

    private static Answer read(Response response, String body) {
        int code = response.getStatus();
        String text = "KCIDB answered %d: %s".formatted(code, OneLine.of(body));
        if (code == 200) {
            return takenAs(body)
                    .<Answer>map(id -> new Answer.Taken(id, text))
                    .orElseGet(() -> new Answer.Unavailable(OptionalInt.of(code), text, Optional.empty()));
        }
        if (OUR_FAULT.contains(code)) {
            return new Answer.Refused(code, text);
        }
        if (OUR_TOKEN.contains(code)) {
            return new Answer.Unauthorised(code, text);
        }
        return new Answer.Unavailable(
                OptionalInt.of(code), text, RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
    }

    private static Optional<String> takenAs(String body) {
        return parse(body)
                .filter(answer -> "ok".equals(answer.getString("status", "")))
                .map(answer -> answer.getString("id", ""))
                .filter(id -> !id.isBlank());
    }

    @Override
    public Progress progress(String kcidbId) {
        try (Response response = api.status(bearer(), kcidbId)) {
            int code = response.getStatus();
            if (OUR_TOKEN.contains(code) || isTrouble(code)) {
                return Progress.UNREACHABLE;
            }
            String status = parse(Heard.body(response))
                    .map(answer -> answer.getString("status", ""))
                    .orElse("");
            return switch (status) {
                case "processed" -> Progress.PROCESSED;
                case "failed" -> Progress.FAILED;
                case "notfound" -> Progress.UNKNOWN;
                default -> Progress.UNDER_WAY;
            };
        } catch (ProcessingException network) {
            return Progress.UNREACHABLE;
        }
    }

    private static boolean isTrouble(int code) {
        return code == TOO_MANY_REQUESTS || code >= SERVER_TROUBLE;
    }

    private String bearer() {
        return "Bearer " + settings.token().orElseThrow();
    }

    private static Optional<JsonObject> parse(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException notAnObject) {
            return Optional.empty();
        }
    }
}
