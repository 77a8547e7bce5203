package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of GitHub's REST API that has to do with dispatching a workflow, on loopback. It knows one app, which is installed
 * once, and one repository with one workflow. What a run does is up to the test: {@link #end} is how it ends.
 */
public final class GitHubStandIn extends StandIn<DispatchedRuns> {

    public static final String APP = "123456";
    public static final String INSTALLATION = "789";
    public static final String REPOSITORY = "riscv/kernel-tests";
    public static final String WORKFLOW = "bridge.yml";

    private static final String TOKEN = "ghs_a-token-of-the-installation";
    private static final String ACTIONS = "/repos/" + REPOSITORY + "/actions/";
    private static final Pattern CANCEL = Pattern.compile(ACTIONS + "runs/(\\d+)/cancel");

    private final AppIdentity app = new AppIdentity();
    private final GitHubScript script;

    public GitHubStandIn() {
        this(new GitHubScript());
    }

    private GitHubStandIn(GitHubScript script) {
        super("github", script);
        this.script = script;
        open(new DispatchedRuns());
    }

    /** The app's key, as GitHub gives it out. */
    public String privateKey() {
        return app.privateKey();
    }

    public GitHubScript script() {
        return script;
    }

    /** Oldest first. */
    public List<DispatchedRun> runs() {
        return memory().all();
    }

    /** Lets the run of a job end. */
    public void end(String job, String conclusion) {
        runs().stream().filter(run -> run.job().equals(job)).forEach(run -> memory().end(run.id(), conclusion));
    }

    @Override
    public void clear() {
        renew(new DispatchedRuns());
    }

    @Override
    Answer answer(Request request, DispatchedRuns runs) {
        String what = request.method() + " " + request.path();
        String bearer = request.header("authorization").orElse("");
        if (what.equals("POST /app/installations/" + INSTALLATION + "/access_tokens")) {
            return app.proves(bearer, APP) && script.denial().isEmpty() ? grant() : message(401, "Bad credentials");
        }
        if (!bearer.equals("Bearer " + TOKEN) || script.denial().isPresent()) {
            return message(script.denial().orElse(401), "Bad credentials");
        }
        if (what.equals("POST " + ACTIONS + "workflows/" + WORKFLOW + "/dispatches")) {
            return dispatch(request, runs);
        }
        if (what.equals("GET " + ACTIONS + "workflows/" + WORKFLOW + "/runs")) {
            return list(request, runs);
        }
        Matcher cancel = CANCEL.matcher(request.path());
        if (request.method().equals("POST") && cancel.matches()) {
            return runs.end(Long.parseLong(cancel.group(1)), "cancelled")
                    ? Answer.json(202, Json.createObjectBuilder().build())
                    : message(409, "Cannot cancel a workflow run that is completed.");
        }
        return message(404, "Not Found");
    }

    private static Answer grant() {
        return Answer.json(
                201,
                Json.createObjectBuilder()
                        .add("token", TOKEN)
                        .add(
                                "expires_at",
                                Instant.now().plus(Duration.ofHours(1)).toString())
                        .build());
    }

    private static Answer dispatch(Request request, DispatchedRuns runs) {
        Optional<JsonObject> order = order(request);
        if (order.isEmpty() || !order.get().getString("ref", "").equals("main")) {
            return message(
                    422,
                    "No ref found for: "
                            + order.map(one -> one.getString("ref", "")).orElse(""));
        }
        runs.begin(order.get().getJsonObject("inputs"));
        return Answer.empty(204);
    }

    private static Optional<JsonObject> order(Request request) {
        try {
            return Optional.of(request.json().asJsonObject());
        } catch (JsonException | ClassCastException malformed) {
            return Optional.empty();
        }
    }

    /** All are on the first page. */
    private static Answer list(Request request, DispatchedRuns runs) {
        List<DispatchedRun> newestFirst = new ArrayList<>(runs.all());
        Collections.reverse(newestFirst);
        JsonArrayBuilder list = Json.createArrayBuilder();
        if (request.parameter("page").filter("1"::equals).isPresent()) {
            newestFirst.forEach(run -> list.add(run.toJson()));
        }
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("total_count", newestFirst.size())
                        .add("workflow_runs", list)
                        .build());
    }

    private static Answer message(int status, String text) {
        return Answer.json(
                status, Json.createObjectBuilder().add("message", text).build());
    }
}
