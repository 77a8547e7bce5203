package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One build that the stand-in took on, and TuxSuite's view of it as it grows from {@code queued} to {@code finished}. */
final class BuildWork extends Work {

    private final String project;
    private BuildOutcome outcome;

    BuildWork(String uid, String project, URI downloads, JsonObject order) {
        super(uid, order, downloads);
        this.project = project;
    }

    @Override
    String kind() {
        return "build";
    }

    /** Ends the build; one that TuxSuite tries again may end a second time, another way. */
    synchronized void finish(BuildOutcome result) {
        outcome = result;
        finishNow();
    }

    @Override
    void cancel() {
        finish(BuildOutcome.canceled());
    }

    @Override
    synchronized boolean passed() {
        return outcome != null && outcome.compiled();
    }

    @Override
    synchronized Optional<Body> file(String name) {
        return isFinished()
                ? new Artefacts(order(), outcome)
                        .content(name)
                        .map(text -> Body.of(text.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    @Override
    synchronized JsonObject status() {
        JsonObjectBuilder status = Json.createObjectBuilder(order());
        status.remove("callback_headers");
        Source source = Source.of(order());
        status.add("uid", uid())
                .add("project", project)
                .addNull("plan")
                .add("build_name", order().getString("build_name", ""))
                .add("user", "bridge@lab.example")
                .add("user_agent", "kci-bridge")
                .add("token_name", "kci-bridge")
                .add("git_ref", source.reference())
                .add("git_sha", source.commit())
                .add("git_describe", source.describe())
                .add("git_short_log", source.shortLog())
                .add("download_url", downloads().toString())
                .add("kernel_image", order().getString("kernel_image", ""))
                .add("image_sha", order().getString("image_sha", ""))
                .add("kernel_patch_file", "")
                .add("no_cache", order().getBoolean("no_cache", false))
                .add("auto_retry", true)
                .add("is_canceling", false)
                .add("waited_by", Json.createArrayBuilder())
                .add("setup_duration", 1)
                .add("provisioning_time", naive(ordered()));
        if (isFinished()) {
            addResult(status);
        } else {
            status.add("state", "building").add("result", "unknown").add("build_status", "building");
        }
        return status.build();
    }

    private void addResult(JsonObjectBuilder status) {
        status.add("state", "finished")
                .add("result", outcome.result())
                .add("build_status", outcome.result())
                .add("status_message", outcome.message())
                .add("tuxbuild_status", outcome.ran() ? "complete" : "error")
                .add("retry", outcome.retry())
                .add("retry_message", "")
                .add("running_time", naive(ordered().plusMillis(500)))
                .add("finished_time", naive(finished()))
                .add(
                        "duration",
                        Math.max(1, Duration.between(ordered(), finished()).toSeconds()))
                .add("warnings_count", 0)
                .add("errors_count", outcome.result().equals("fail") ? 1 : 0)
                .add("sccache_hits", 0)
                .add("sccache_misses", 0);
        var artefacts = new Artefacts(order(), outcome);
        if (outcome.compiled()) {
            status.add("kernel_image_name", artefacts.image()).add("kernel_version", Source.VERSION);
            if (artefacts.hasModules()) {
                status.add("modules", "modules.tar.xz");
            } else {
                status.add("modules", false);
            }
        }
        if (outcome.ran()) {
            status.add("tuxmake_metadata", metadata(artefacts));
        }
    }

    private JsonObject metadata(Artefacts artefacts) {
        String verdict = outcome.compiled() ? "PASS" : "FAIL";
        JsonObject durations = Json.createObjectBuilder()
                .add("prepare", 0.75)
                .add("build", 1.25)
                .add("copy", 0.015)
                .add("metadata", 0.25)
                .build();
        return Json.createObjectBuilder()
                .add(
                        "compiler",
                        new Toolchain(order().getString("toolchain")).describe(order().getString("target_arch")))
                .add(
                        "results",
                        Json.createObjectBuilder()
                                .add("artifacts", artefacts.toJson())
                                .add("duration", durations)
                                .add("errors", outcome.compiled() ? 0 : 1)
                                .add("warnings", 0)
                                .add("status", verdict)
                                .add("targets", targets(artefacts, verdict)))
                .add("tools", Json.createObjectBuilder(Map.of("make", "GNU Make 4.4.1")))
                .add("tuxmake", Json.createObjectBuilder(Map.of("version", "1.31.0")))
                .build();
    }

    private JsonObject targets(Artefacts artefacts, String verdict) {
        JsonObjectBuilder targets = Json.createObjectBuilder();
        artefacts.byKind().forEach((kind, files) -> {
            if (!kind.equals("log")) {
                boolean skipped = kind.equals("modules") && outcome.compiled() && files.isEmpty();
                String status = kind.equals("config") ? "PASS" : skipped ? "SKIP" : verdict;
                targets.add(
                        kind, Json.createObjectBuilder().add("duration", 0.25).add("status", status));
            }
        });
        return targets.build();
    }
}
