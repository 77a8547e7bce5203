package org.kcibridge.runner.github;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.OneLine;
import org.kcibridge.outbound.Gateway;
import org.kcibridge.outbound.Heard;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.runner.github.GitHubSettings.Login;
import org.kcibridge.runner.github.GitHubSettings.Workflow;
import org.kcibridge.settings.BridgeSettings;

/** Calls GitHub and sorts its answers: done, refused, or nobody knows. */
@ApplicationScoped
class GitHubClient {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Duration ANSWERING = Duration.ofSeconds(15);
    private static final int PAGE = 100;

    private static final Set<Integer> TRY_AGAIN = Set.of(408, 429);

    /** What GitHub answers to tokens it does not like; 403 is also its way of saying "too many". */
    private static final Set<Integer> ABOUT_US = Set.of(401, 403);

    @Inject
    GitHubSettings settings;

    @Inject
    BridgeSettings bridge;

    @Inject
    DatabaseClock clock;

    private GitHubApi api;
    private volatile AccessToken access = AccessToken.NONE;

    @PostConstruct
    void connect() {
        api = Gateway.to(settings.api(), GitHubApi.class, ANSWERING, bridge.lease());
    }

    /** Has the workflow run. */
    void dispatch(JsonObject inputs) {
        JsonObject order = JSON.createObjectBuilder()
                .add("ref", workflow().ref())
                .add("inputs", inputs)
                .build();
        call(bearer -> api.dispatch(
                bearer, workflow().owner(), workflow().repository(), workflow().file(), order.toString()));
    }

    /** Runs that began since, a page of them, newest first. */
    List<WorkflowRun> runs(Instant since, int page) {
        String body = call(bearer -> api.runs(
                bearer,
                workflow().owner(),
                workflow().repository(),
                workflow().file(),
                "workflow_dispatch",
                PAGE,
                ">=" + since,
                page));
        try {
            return object(body).getJsonArray("workflow_runs").getValuesAs(JsonObject.class).stream()
                    .map(WorkflowRun::of)
                    .toList();
        } catch (ClassCastException | NullPointerException strange) {
            throw new RunnerUnavailable("GitHub's answer is no list of runs");
        }
    }

    void cancel(long run) {
        call(bearer -> api.cancel(bearer, workflow().owner(), workflow().repository(), run));
    }

    /** An app's token may have been taken back before its time; then there is another one. */
    private String call(Function<String, Response> request) {
        String token = token();
        try {
            return answer(request, "Bearer " + token);
        } catch (RunnerRefused refused) {
            if (refused.isAboutUs() && token.equals(access.token())) {
                access = AccessToken.NONE;
                return answer(request, "Bearer " + token());
            }
            throw refused;
        }
    }

    private String token() {
        return workflow().login() instanceof Login.App app
                ? installationToken(app)
                : tokenOf(workflow().login());
    }

    private static String tokenOf(Login login) {
        return ((Login.Token) login).token();
    }

    /** Two who need one at the same time get one each; both are good. */
    private String installationToken(Login.App app) {
        Instant now = clock.now();
        AccessToken known = access;
        if (!known.isGoodAt(now)) {
            known = fetched(app, now);
            access = known;
        }
        return known.token();
    }

    private AccessToken fetched(Login.App app, Instant now) {
        JsonObject granted = object(answer(
                bearer -> api.accessToken(bearer, app.installation()),
                "Bearer " + app.key().token(now)));
        try {
            return new AccessToken(granted.getString("token"), Instant.parse(granted.getString("expires_at")));
        } catch (NullPointerException | ClassCastException | DateTimeParseException strange) {
            throw new RunnerUnavailable("GitHub's answer is no access token");
        }
    }

    private static String answer(Function<String, Response> request, String bearer) {
        try (Response response = request.apply(bearer)) {
            String body = Heard.body(response);
            int code = response.getStatus();
            String said =
                    "GitHub answered %d: %s".formatted(code, reason(body).replace(bearer.substring(7), "(our token)"));
            boolean limited = code == 403 && isTooMany(response);
            if (code >= 400 && code < 500 && !limited && !TRY_AGAIN.contains(code)) {
                throw new RunnerRefused(said, ABOUT_US.contains(code));
            }
            if (code < 200 || code >= 300) {
                throw new RunnerUnavailable(said);
            }
            return body;
        } catch (ProcessingException network) {
            throw new RunnerUnavailable("GitHub cannot be reached: " + Heard.reason(network));
        }
    }

    /** Whoever asks too often is told when to come back. */
    private static boolean isTooMany(Response response) {
        return "0".equals(response.getHeaderString("X-RateLimit-Remaining"))
                || response.getHeaderString("Retry-After") != null;
    }

    private static JsonObject object(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException notAnObject) {
            throw new RunnerUnavailable("GitHub's answer is not a JSON object");
        }
    }

    private static String reason(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return OneLine.of(reader.readObject().getString("message", "no reason given"));
        } catch (JsonException | IllegalStateException | ClassCastException notJson) {
            return body.isBlank() ? "no reason given" : OneLine.of(body);
        }
    }

    private Workflow workflow() {
        return settings.workflow().orElseThrow(() -> new RunnerUnavailable("GitHub is not configured"));
    }
}
