package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.it.standin.tuxrun.RunOrder;
import org.kcibridge.it.standin.tuxrun.RunReport;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/** One test that the stand-in took on, from {@code waiting} or {@code provisioning} over {@code running} to its end. */
final class TestWork extends Work {

    /** Fields that an order may leave out and a status never does. */
    private static final List<String> ALWAYS_THERE = List.of(
            "ap_romfw",
            "bios",
            "bl1",
            "boot_args",
            "dtb",
            "fip",
            "kernel",
            "mcp_fw",
            "mcp_romfw",
            "modules",
            "plan",
            "rootfs",
            "scp_fw",
            "scp_romfw",
            "test_name",
            "uefi",
            "waiting_for");

    private final String project;
    private Instant provisioned;
    private Instant running;
    private RunReport report;
    private Map<String, Body> files = Map.of();

    TestWork(String uid, String project, URI downloads, JsonObject order) {
        super(uid, order, downloads);
        this.project = project;
    }

    @Override
    String kind() {
        return "test";
    }

    /** The uid of the work that has to pass first; empty where the test waits for nothing. */
    Optional<String> waitsFor() {
        return order().get("waiting_for") instanceof JsonString other
                ? Optional.of(other.getString().replaceFirst("^[A-Z]+#", ""))
                : Optional.empty();
    }

    /** A device is being made ready. */
    synchronized void provision() {
        if (provisioned == null) {
            provisioned = Instant.now();
        }
    }

    /** The device boots. */
    synchronized void begin() {
        provision();
        if (running == null) {
            running = Instant.now();
        }
    }

    /** Ends the test; one that TuxSuite tries again may end a second time, another way. */
    void finish(TuxRun run) {
        begin();
        RunReport done = run.report(new RunOrder(device(), kernel(), suites(), begun()));
        Map<String, Body> left = new HashMap<>();
        done.files().forEach((name, file) -> left.put(name, Body.measured(file::writeTo)));
        synchronized (this) {
            report = done;
            files = left;
            finishNow();
        }
    }

    @Override
    void cancel() {
        finish(TuxRun.canceled());
    }

    @Override
    synchronized boolean passed() {
        return report != null && report.result().equals("pass");
    }

    @Override
    synchronized Optional<Body> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    synchronized JsonObject status() {
        JsonObjectBuilder status = Json.createObjectBuilder();
        ALWAYS_THERE.forEach(status::addNull);
        status.add("parameters", JsonValue.EMPTY_JSON_OBJECT)
                .add("timeouts", JsonValue.EMPTY_JSON_OBJECT)
                .add("is_public", true)
                .addAll(Json.createObjectBuilder(order()))
                .remove("callback_headers")
                .add("uid", uid())
                .add("project", project)
                .add("tests", tests())
                .add("download_url", downloads().toString())
                .add("user", "bridge@lab.example")
                .add("user_agent", "kci-bridge")
                .add("token_name", "kci-bridge")
                .add("is_canceling", false)
                .add("provisioning_time", time(provisioned))
                .add("running_time", time(running))
                .add("finished_time", time(finished()));
        if (isFinished()) {
            addResult(status);
        } else {
            status.add("state", state())
                    .add("result", "unknown")
                    .add("results", JsonValue.EMPTY_JSON_OBJECT)
                    .addNull("duration")
                    .add("retries", 0)
                    .add("retries_messages", JsonValue.EMPTY_JSON_ARRAY);
        }
        return status.build();
    }

    private void addResult(JsonObjectBuilder status) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        for (int retry = 0; retry < report.retries(); retry++) {
            messages.add("infrastructure error: the dispatcher was lost");
        }
        status.add("state", "finished")
                .add("result", report.result())
                .add("results", report.results())
                .add(
                        "duration",
                        Math.max(1, Duration.between(running, finished()).toSeconds()))
                .add("retries", report.retries())
                .add("retries_messages", messages);
    }

    private synchronized Instant begun() {
        return running;
    }

    private String state() {
        return running != null ? "running" : provisioned != null ? "provisioning" : "waiting";
    }

    private JsonArrayBuilder tests() {
        JsonArrayBuilder tests = Json.createArrayBuilder().add("boot");
        suites().forEach(tests::add);
        return tests;
    }

    private List<String> suites() {
        return order().get("tests") instanceof JsonArray tests ? tests.getValuesAs(JsonString::getString) : List.of();
    }

    private String device() {
        return order().getString("device");
    }

    private String kernel() {
        return order().get("kernel") instanceof JsonString url ? url.getString() : "the build waited for";
    }

    private static JsonValue time(Instant instant) {
        return instant == null ? JsonValue.NULL : Json.createValue(naive(instant));
    }
}
