package org.kcibridge.it.builders;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.container.Database;
import org.kcibridge.report.Report;
import org.kcibridge.security.TokenHash;

/** What a test begins with: a builder for every table, which makes a valid row without being told anything. */
public final class Given {

    private static final String ORIGIN = "riscv";
    private static final String LONG_AGO = "2026-01-01T00:00:00+00:00";
    private static final String NEVER = "2999-01-01T00:00:00+00:00";
    private static final int PORTION = 1000;

    private final Database database;

    public Given(Database database) {
        this.database = database;
    }

    public RowBuilder checkout() {
        return row("checkouts")
                .with("id", UniqueId.of(ORIGIN + ":checkout"))
                .with("origin", ORIGIN)
                .with("tree_name", "mainline")
                .with("git_repository_url", "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git")
                .with("git_repository_branch", "master")
                .with("git_commit_hash", Sha256.hex(UniqueId.of("commit")).substring(0, 40))
                .with("start_time", LONG_AGO);
    }

    public RowBuilder build() {
        return row("builds")
                .with("id", UniqueId.of(ORIGIN + ":build"))
                .with("origin", ORIGIN)
                .with("status", "PASS")
                .with("architecture", "riscv")
                .with("compiler", "gcc-14")
                .with("config_name", "defconfig")
                .with("start_time", LONG_AGO)
                .otherwise("checkout_id", () -> checkout().create().id());
    }

    public RowBuilder test() {
        return row("tests")
                .with("id", UniqueId.of(ORIGIN + ":test"))
                .with("origin", ORIGIN)
                .with("path", "ltp-smoke.access01")
                .with("status", "PASS")
                .with("environment", Map.of("misc", Map.of("platform", "qemu-riscv64")))
                .with("start_time", LONG_AGO)
                .otherwise("build_id", () -> build().create().id());
    }

    public RowBuilder issue() {
        return row("issues")
                .with("id", UniqueId.of(ORIGIN + ":issue"))
                .with("version", 1)
                .with("origin", ORIGIN)
                .with("report_subject", "the kernel does not build")
                .with("culprit", Map.of("code", true, "tool", false, "harness", false));
    }

    /** An issue seen in a build, unless the test names another build, or a test. */
    public RowBuilder incident() {
        return row("incidents")
                .with("id", UniqueId.of(ORIGIN + ":incident"))
                .with("origin", ORIGIN)
                .with("issue_version", 1)
                .with("present", true)
                .otherwise("issue_id", () -> issue().create().id())
                .otherwise("build_id", () -> build().create().id())
                .insteadOf("build_id", "test_id");
    }

    /** A job the runner does not have yet. */
    public RowBuilder job() {
        return row("job")
                .with("id", UUID.randomUUID())
                .with("kind", "BUILD")
                .with("state", "REQUESTED")
                .with("runner", "tuxsuite")
                .with("origin", ORIGIN)
                .with("request", request())
                .with("callback_secret", UniqueId.of("secret"))
                .with("attempts", 0)
                .with("created_at", LONG_AGO)
                .with("changed_at", LONG_AGO)
                .with("due_at", NEVER);
    }

    public RowBuilder claim() {
        return row("claim").with("work", UniqueId.of("build:work")).otherwise("job_id", () -> job().create()
                .id());
    }

    /** A report that waits to be sent. */
    public RowBuilder submission() {
        return row("submission")
                .with("id", UUID.randomUUID())
                .with("state", "WAITING")
                .with("document", document())
                .with("objects", 2)
                .with("bytes", 400)
                .with("attempts", 0)
                .with("failures", 0)
                .with("created_at", LONG_AGO)
                .with("changed_at", LONG_AGO)
                .with("due_at", NEVER)
                .otherwise("job_id", () -> job().create().id());
    }

    public RowBuilder delivery() {
        return row("delivery")
                .with("id", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("posted_at", LONG_AGO)
                .with("answered_at", LONG_AGO)
                .with("submissions", 1)
                .with("objects", 2)
                .with("bytes", 2)
                .with("sha256", Sha256.hex("{}"))
                .with("state", "PROCESSED")
                .with("kcidb_id", UniqueId.of("kcidb"))
                .with("http_status", 200);
    }

    /** What was posted with a delivery. */
    public RowBuilder deliveryDocument() {
        return row("delivery_document")
                .with("document", "{}")
                .otherwise("delivery_id", () -> delivery().create().id());
    }

    /** That a submission went along with a delivery. */
    public RowBuilder delivered() {
        return row("delivered")
                .otherwise("delivery_id", () -> delivery().create().id())
                .otherwise("submission_id", () -> submission().create().id());
    }

    /** Something a batch job has counted. */
    public RowBuilder batchTally() {
        return row("batch_tally")
                .with("instance", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("what", "things counted")
                .with("amount", 1);
    }

    public RowBuilder batchInstance() {
        return row("jberet.job_instance")
                .with("jobinstanceid", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("version", 1)
                .with("jobname", "prune")
                .with("applicationname", "batch.jar");
    }

    /** A batch job that ran and ended. */
    public RowBuilder batchExecution() {
        return row("jberet.job_execution")
                .with("jobexecutionid", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("version", 1)
                .with("createtime", LONG_AGO)
                .with("starttime", LONG_AGO)
                .with("endtime", LONG_AGO)
                .with("lastupdatedtime", LONG_AGO)
                .with("batchstatus", "COMPLETED")
                .with("exitstatus", "nothing to do")
                .otherwise("jobinstanceid", () -> batchInstance().create().text("jobinstanceid"));
    }

    /** Somebody to deliver to, who can be reached. */
    public RowBuilder destination() {
        return row("destination")
                .with("id", UniqueId.of("destination"))
                .with("state", "REACHABLE")
                .with("since", LONG_AGO);
    }

    /** A switch of the mode to normal, which changes nothing. */
    public RowBuilder mode() {
        return row("mode")
                .with("id", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("state", "normal")
                .with("since", LONG_AGO)
                .with("set_by", "somebody");
    }

    /** A callback that waits to be applied. */
    public RowBuilder callback() {
        byte[] body = "{\"kind\":\"build\",\"status\":{\"uid\":\"%s\"}}"
                .formatted(UniqueId.of("uid"))
                .getBytes(StandardCharsets.UTF_8);
        return row("callback")
                .with("id", Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .with("runner", "tuxsuite")
                .with("door", "build")
                .with("proof", "SIGNATURE")
                .with("body", "\\x" + HexFormat.of().formatHex(body))
                .with("body_sha256", Sha256.hex(body))
                .with("state", "RECEIVED")
                .with("attempts", 0)
                .with("received_at", LONG_AGO)
                .with("due_at", NEVER);
    }

    /** A submission that was handed in and is imported. */
    public RowBuilder upload() {
        return row("upload")
                .with("id", UUID.randomUUID())
                .with("state", "IMPORTED")
                .with("bytes", 100)
                .with("new_objects", 1)
                .with("known_objects", 0)
                .with("received_at", LONG_AGO)
                .with("ended_at", LONG_AGO);
    }

    /** A log of three bytes, which {@link #artefactPart()} has. */
    public RowBuilder artefact() {
        return row("artefact")
                .with("sha256", Sha256.hex(UniqueId.of("artefact")))
                .with("content_type", "text/plain;charset=UTF-8")
                .with("bytes", 3)
                .with("created_at", LONG_AGO);
    }

    public RowBuilder artefactPart() {
        return row("artefact_part").with("part", 0).with("content", "\\x6c6f67").otherwise("sha256", () -> artefact()
                .create()
                .text("sha256"));
    }

    public RowBuilder artefactOfTest() {
        return row("artefact_of_test")
                .otherwise("sha256", () -> artefact().create().text("sha256"))
                .otherwise("test_id", () -> test().create().id());
    }

    /** A token that lets its bearer read; {@code token_hash} is overridden by {@link #token(String, String)}. */
    public RowBuilder token() {
        return token("reader", UniqueId.of("kcib"));
    }

    /** A token whose text the test knows. */
    public RowBuilder token(String role, String text) {
        return row("api_token")
                .with("id", UUID.randomUUID())
                .with("name", UniqueId.of("test"))
                .with("role", role)
                .with("token_hash", TokenHash.of(text))
                .with("created_at", LONG_AGO);
    }

    /**
     * Many rows of one table, in few statements. Parents are made for each row that names none, so name them.
     *
     * @param row makes the builder of the i-th row, counted from 0
     */
    public void bulk(int count, IntFunction<RowBuilder> row) {
        List<RowBuilder> portion = new ArrayList<>(PORTION);
        for (int i = 0; i < count; i++) {
            portion.add(row.apply(i));
            if (portion.size() == PORTION || i == count - 1) {
                insert(portion);
                portion.clear();
            }
        }
    }

    private void insert(List<RowBuilder> rows) {
        var objects = Json.createArrayBuilder();
        List<JsonObject> all = rows.stream().map(RowBuilder::json).toList();
        all.forEach(objects::add);
        String table = rows.get(0).table();
        Set<String> known = all.get(0).keySet();
        if (!all.stream().allMatch(row -> row.keySet().equals(known))) {
            throw new IllegalArgumentException(
                    "all rows of a bulk name the same columns, as one statement inserts them");
        }
        String columns = String.join(", ", known);
        database.update(
                "insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)"
                        .formatted(table, columns),
                objects.build().toString());
    }

    private RowBuilder row(String table) {
        return new RowBuilder(database, table);
    }

    private static Map<String, Object> request() {
        return Map.of(
                "runner", "tuxsuite",
                "repository", "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
                "branch", UniqueId.of("branch"),
                "architecture", "riscv",
                "toolchain", "gcc-14",
                "kconfig", "defconfig",
                "fragments", List.of(),
                "targets", List.of(),
                "make_variables", Map.of());
    }

    private static JsonObject document() {
        JsonObject checkout = Json.createObjectBuilder()
                .add("id", UniqueId.of(ORIGIN + ":checkout"))
                .add("origin", ORIGIN)
                .add("start_time", LONG_AGO)
                .build();
        JsonObject build = Json.createObjectBuilder()
                .add("id", UniqueId.of(ORIGIN + ":build"))
                .add("origin", ORIGIN)
                .add("checkout_id", checkout.getString("id"))
                .add("status", "PASS")
                .add("misc", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        return Report.of(checkout, build).toJson();
    }
}
