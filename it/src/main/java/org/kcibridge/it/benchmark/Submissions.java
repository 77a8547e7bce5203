package org.kcibridge.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Submissions of somebody else's for KCIDB, as files: each of a checkout, a build and the tests of that. */
final class Submissions {

    static final int TESTS = 200;

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> STATUSES = List.of("PASS", "PASS", "PASS", "FAIL", "SKIP");

    private Submissions() {}

    /** Writes so many files. */
    static void write(Path folder, int files) throws IOException {
        Files.createDirectories(folder);
        for (int file = 0; file < files; file++) {
            Files.writeString(
                    folder.resolve("%06d.json".formatted(file)), document(file).toString());
        }
    }

    private static JsonObject document(int file) {
        String checkout = "lab:checkout" + file;
        String build = "lab:build" + file;
        JsonArrayBuilder tests = Json.createArrayBuilder();
        for (int test = 0; test < TESTS; test++) {
            tests.add(Json.createObjectBuilder()
                    .add("id", "lab:test%d_%d".formatted(file, test))
                    .add("build_id", build)
                    .add("origin", "lab")
                    .add("path", "ltp.case" + test)
                    .add("status", STATUSES.get((file + test) % STATUSES.size()))
                    .add("start_time", time(file * 60L + test))
                    .add("duration", 1.5)
                    .add(
                            "environment",
                            Json.createObjectBuilder()
                                    .add("misc", Json.createObjectBuilder().add("platform", "board" + file % 20)))
                    .add("misc", Json.createObjectBuilder().add("runtime", "lava-lab")));
        }
        return Json.createObjectBuilder()
                .add("version", Json.createObjectBuilder().add("major", 5).add("minor", 3))
                .add(
                        "checkouts",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", checkout)
                                        .add("origin", "lab")
                                        .add("tree_name", "mainline")
                                        .add("git_repository_url", "https://git.example.org/linux.git")
                                        .add("git_repository_branch", "master")
                                        .add("git_commit_hash", "%040x".formatted(file))
                                        .add("start_time", time(file * 60L))))
                .add(
                        "builds",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", build)
                                        .add("checkout_id", checkout)
                                        .add("origin", "lab")
                                        .add("architecture", "riscv")
                                        .add("config_name", "defconfig")
                                        .add("status", "PASS")
                                        .add("misc", Json.createObjectBuilder().add("lab", "lab"))))
                .add("tests", tests)
                .build();
    }

    private static String time(long seconds) {
        return BEGINNING.plusSeconds(seconds).toString();
    }
}
