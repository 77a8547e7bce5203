package org.kcibridge.fastapi;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.scheduling.BuildRequest;

/**
 * A build that the old service ordered.
 *
 * @param json its row, with those of its result and its artefacts
 */
record OldBuild(JsonObject json) {

    private static final JsonProvider JSON = JsonProvider.provider();

    String uid() {
        return json.getString("uid");
    }

    Instant orderedAt() {
        return OldRow.time(json, "scheduled_at");
    }

    /** What was asked for, as a client of ours would ask for it; empty if nobody could. */
    Optional<BuildRequest> request() {
        Optional<String> kconfig = OldRow.text(json, "kconfig");
        List<String> fragments = OldRow.texts(json, "fragments");
        return kconfig.isEmpty() && fragments.isEmpty()
                ? Optional.empty()
                : Optional.of(new BuildRequest(
                        OldService.RUNNER,
                        json.getString("tree"),
                        json.getString("branch"),
                        null,
                        OldService.ARCHITECTURE,
                        json.getString("toolchain"),
                        kconfig.orElse(null),
                        fragments,
                        List.of(),
                        Map.of()));
    }

    /** Whether KCIDB was told, by the old service's own account. */
    boolean isSent() {
        return json.getBoolean("submitted", false);
    }

    /**
     * How it ended, in the words in which the runner told of it; empty if it never did. So the report is made as that of any
     * other build.
     */
    Optional<byte[]> callback() {
        return OldRow.text(json, "status").map(status -> {
            JsonObjectBuilder account = JSON.createObjectBuilder()
                    .add("uid", uid())
                    .add("state", "finished")
                    .add("result", status)
                    .add("build_status", status);
            OldRow.text(json, "kernel_version").ifPresent(version -> account.add("kernel_version", version));
            OldRow.text(json, "kernel_image").filter(url -> url.contains("/")).ifPresent(url -> addFiles(account, url));
            return JSON.createObjectBuilder()
                    .add("kind", "build")
                    .add("status", account)
                    .build()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        });
    }

    /** The runner keeps all files of a build in one folder, and its log in any case. */
    private void addFiles(JsonObjectBuilder account, String kernel) {
        String folder = kernel.substring(0, kernel.lastIndexOf('/') + 1);
        JsonArrayBuilder files = JSON.createArrayBuilder();
        Stream.concat(Stream.of(kernel), OldRow.text(json, "modules").stream())
                .filter(url -> url.startsWith(folder))
                .map(url -> url.substring(folder.length()))
                .filter(name -> !name.isEmpty())
                .forEach(files::add);
        JsonObjectBuilder artifacts = JSON.createObjectBuilder()
                .add("kernel", files)
                .add("log", JSON.createArrayBuilder().add("build.log"));
        account.add("download_url", folder)
                .add(
                        "tuxmake_metadata",
                        JSON.createObjectBuilder()
                                .add("results", JSON.createObjectBuilder().add("artifacts", artifacts)));
    }
}
