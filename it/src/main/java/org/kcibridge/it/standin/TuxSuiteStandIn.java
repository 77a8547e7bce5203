package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * TuxSuite on loopback, for the sandbox and the tests: it takes build orders, "builds" for a while and calls back with a
 * signed, complete payload; the files it names can be downloaded from it.
 *
 * <p>An order that is repeated with the same client token becomes a second build, the harder case for a client.
 */
public final class TuxSuiteStandIn implements AutoCloseable {

    private static final Pattern DOWNLOAD = Pattern.compile("/public/[^/]+/[^/]+/builds/([^/]+)/([^/]+)");
    private static final String UID_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CALLBACK_ATTEMPTS = 32;
    private static final long LONGEST_PAUSE = 4000;

    private final String token;
    private final String project;
    private final Pattern api;
    private final SigningKey key = new SigningKey();
    private final CallbackSender sender = new CallbackSender(key);
    private final TuxSuiteScript script = new TuxSuiteScript();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, StandInBuild> builds = new ConcurrentHashMap<>();
    private final List<JsonObject> orders = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(2, task -> LoopbackServer.daemon("tuxsuite-builds", task));
    private final LoopbackServer server;

    /** Starts on a free port; every request has to bring the token, bare. */
    public TuxSuiteStandIn(String token, String group, String project) {
        this.token = token;
        this.project = group + "/" + project;
        this.api = Pattern.compile("/v1/groups/" + Pattern.quote(group) + "/projects/" + Pattern.quote(project)
                + "/(builds|keys)(?:/([^/]+))?(/cancel)?");
        this.server = new LoopbackServer("tuxsuite", this::answer).start();
    }

    /** What a client is given as {@code TUXAPI_URL}. */
    public URI url() {
        return server.uri();
    }

    /** What a client is given as {@code TUXSUITE_PUBLIC_KEYS}. */
    public String publicKey() {
        return key.openSshLine("tuxsuite-stand-in");
    }

    public TuxSuiteScript script() {
        return script;
    }

    /** The order bodies received and understood, refused ones too, as they came. */
    public List<JsonObject> orders() {
        return List.copyOf(orders);
    }

    /** The builds taken on; the state of each is what a client would read back. */
    public Map<String, JsonObject> builds() {
        return builds.values().stream().collect(Collectors.toMap(StandInBuild::uid, StandInBuild::status));
    }

    /** Callbacks that were answered, with whatever status. */
    public int callbacks() {
        return sender.answered();
    }

    /** Calls back once more, or for a silent stand-in for the first time; the HTTP status, 0 where nobody answers. */
    public int sendCallback(String uid) {
        return call(build(uid));
    }

    /** Ends the build, again if need be, and calls back. */
    public int sendCallback(String uid, BuildOutcome outcome) {
        build(uid).finish(outcome);
        return sendCallback(uid);
    }

    /** What a callback for this build says at the moment. */
    public JsonObject payload(String uid) {
        return Json.createObjectBuilder()
                .add("kind", "build")
                .add("status", build(uid).status())
                .build();
    }

    /** The signature TuxSuite would put on these bytes. */
    public String sign(byte[] payload) {
        return key.sign(payload);
    }

    private StandInBuild build(String uid) {
        StandInBuild build = builds.get(uid);
        if (build == null) {
            throw new NoSuchElementException("no build " + uid);
        }
        return build;
    }

    private Answer answer(Request request) {
        Matcher download = DOWNLOAD.matcher(request.path());
        if (download.matches() && builds.containsKey(download.group(1))) {
            return builds.get(download.group(1))
                    .file(download.group(2))
                    .map(text -> Answer.text(200, text))
                    .orElse(Answer.empty(404));
        }
        if (!request.header("authorization").map(token::equals).orElse(false)) {
            return error(403, "Invalid token");
        }
        Matcher resource = api.matcher(request.path());
        if (!resource.matches()) {
            return error(404, "Not found");
        }
        String what = request.method() + " " + resource.group(1) + (resource.group(2) == null ? "" : "/uid")
                + (resource.group(3) == null ? "" : "/cancel");
        return switch (what) {
            case "POST builds" -> order(request);
            case "GET builds/uid" -> known(resource.group(2));
            case "POST builds/uid/cancel" -> cancel(resource.group(2));
            case "GET keys" -> keys();
            default -> error(405, "Method not allowed");
        };
    }

    private Answer order(Request request) {
        JsonObject body;
        JsonArray entries;
        try (var reader = Json.createReader(new ByteArrayInputStream(request.body()))) {
            body = reader.readObject();
            entries = body.getJsonArray("builds");
        } catch (JsonException | ClassCastException e) {
            return error(400, "the body is no order");
        }
        orders.add(body);
        Answer refusal = script.nextRefusal();
        if (refusal != null) {
            return refusal;
        }
        if (entries == null || entries.isEmpty()) {
            return statusMessage("builds is required");
        }
        for (JsonValue entry : entries) {
            var violation = BuildOrderRules.violation(entry.asJsonObject());
            if (violation.isPresent()) {
                return statusMessage(violation.get());
            }
        }
        var taken = Json.createArrayBuilder();
        entries.forEach(entry -> taken.add(take(entry.asJsonObject()).status()));
        script.beforeAnswering().run();
        return dawdle() ? Answer.json(200, taken.build()) : Answer.hangUp();
    }

    /** Waits as told; false where the stand-in was closed meanwhile. */
    private boolean dawdle() {
        Duration delay = script.answerDelay();
        try {
            return delay.isZero() || !closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StandInBuild take(JsonObject order) {
        String uid = "3"
                + IntStream.range(0, 26)
                        .mapToObj(i -> UID_ALPHABET.charAt(random.nextInt(UID_ALPHABET.length())))
                        .map(String::valueOf)
                        .collect(Collectors.joining());
        var build = new StandInBuild(uid, project, url().resolve("/public/" + project + "/builds/" + uid + "/"), order);
        builds.put(uid, build);
        BuildOutcome outcome = script.nextOutcome();
        later(script.buildTime(), () -> finish(build, outcome));
        return build;
    }

    private void finish(StandInBuild build, BuildOutcome outcome) {
        if (build.isFinished()) {
            return;
        }
        build.finish(outcome);
        if (!script.isSilent() && build.order().containsKey("callback")) {
            callUntilHeard(build, 1);
        }
    }

    /** A bridge that is down for two minutes still gets its callback; one that is down for longer has to ask. */
    private void callUntilHeard(StandInBuild build, int attempt) {
        int status = call(build);
        if ((status == 0 || status >= 500) && attempt < CALLBACK_ATTEMPTS) {
            later(
                    Duration.ofMillis(Math.min(250L << (attempt - 1), LONGEST_PAUSE)),
                    () -> callUntilHeard(build, attempt + 1));
        }
    }

    private int call(StandInBuild build) {
        int status = sender.send(build.order(), payload(build.uid()), script.era(), script.isSigning());
        script.afterCallback().accept(status);
        return status;
    }

    private void later(Duration delay, Runnable task) {
        try {
            clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // A stand-in that was closed builds nothing any more.
        }
    }

    private Answer known(String uid) {
        return builds.containsKey(uid) ? Answer.json(200, build(uid).status()) : error(404, "Build not found");
    }

    private Answer cancel(String uid) {
        if (!builds.containsKey(uid)) {
            return error(404, "Build not found");
        }
        later(Duration.ZERO, () -> finish(build(uid), BuildOutcome.canceled()));
        return known(uid);
    }

    private Answer keys() {
        JsonObjectBuilder only =
                Json.createObjectBuilder().add("name", "default").add("key", publicKey());
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("keys", Json.createArrayBuilder().add(only))
                        .build());
    }

    private static Answer statusMessage(String message) {
        return Answer.json(
                400, Json.createObjectBuilder().add("status_message", message).build());
    }

    private static Answer error(int status, String message) {
        return Answer.json(
                status, Json.createObjectBuilder().add("error", message).build());
    }

    @Override
    public void close() {
        closed.countDown();
        clock.shutdownNow();
        server.close();
    }
}
