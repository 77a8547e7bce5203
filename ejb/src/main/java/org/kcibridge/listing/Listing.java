package org.kcibridge.listing;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kcibridge.callback.CallbackState;
import org.kcibridge.callback.Proof;
import org.kcibridge.ingest.UploadState;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Status;
import org.kcibridge.scheduling.JobKind;
import org.kcibridge.scheduling.JobState;
import org.kcibridge.submission.DeliveryState;
import org.kcibridge.submission.SubmissionState;

/**
 * The lists there are: which rows they have, and what these may be filtered and sorted by. Everything that is said of them, to
 * clients and to people, comes from here.
 */
public enum Listing {
    CHECKOUTS(new Definition(Kind.CHECKOUTS)
            .fields(
                    Field.text("id"),
                    Field.text("origin"),
                    Field.text("tree_name"),
                    Field.text("git_repository_url"),
                    Field.text("git_repository_branch"),
                    Field.text("git_commit_hash"),
                    Field.text("git_commit_name"),
                    Field.text("git_commit_tag").sql("tag").within(Within.TAGS),
                    Field.of(FieldType.FLAG, "valid"),
                    Field.time("start_time"),
                    Field.time("_timestamp"))
            .sorts(Sort.newest("_timestamp"), Sort.time("start_time"), Sort.text("id"), Sort.text("tree_name"))
            .texts("id", "tree_name", "git_commit_name", "git_commit_hash", "git_repository_branch", "comment")),
    BUILDS(new Definition(Kind.BUILDS)
            .fields(
                    Field.text("id"),
                    Field.text("checkout_id"),
                    Field.text("origin"),
                    Field.text("architecture"),
                    Field.text("compiler"),
                    Field.text("config_name"),
                    Field.wordsOrNone("status", Status.values()),
                    Field.of(FieldType.AMOUNT, "duration"),
                    Field.text("issue_id").sql("i.issue_id").within(Within.INCIDENTS_OF_BUILD))
            .fieldsOfCheckout(Within.CHECKOUT_OF_BUILD)
            .fields(Field.time("start_time"), Field.time("_timestamp"))
            .sorts(
                    Sort.newest("_timestamp"),
                    Sort.time("start_time"),
                    Sort.text("id"),
                    Sort.text("status"),
                    Sort.amount("duration"))
            .texts("id", "architecture", "compiler", "config_name", "comment")
            .state("status")),
    TESTS(new Definition(Kind.TESTS)
            .fields(
                    Field.text("id"),
                    Field.text("build_id"),
                    Field.text("origin"),
                    Field.text("path"),
                    Field.wordsOrNone("status", Status.values()),
                    Field.of(FieldType.WORD, "kind")
                            .sql("case when t.path = 'boot' or t.path like 'boot.%' then 'boot' else 'test' end")
                            .words("boot", "test"),
                    Field.text("platform").sql("aggregate.platform_of(t.environment)"),
                    Field.text("compatible").sql("fit").within(Within.COMPATIBLE),
                    Field.of(FieldType.AMOUNT, "duration"),
                    Field.text("issue_id").sql("i.issue_id").within(Within.INCIDENTS_OF_TEST),
                    Field.text("architecture").sql("b.architecture").within(Within.BUILD_OF_TEST),
                    Field.text("compiler").sql("b.compiler").within(Within.BUILD_OF_TEST),
                    Field.text("config_name").sql("b.config_name").within(Within.BUILD_OF_TEST),
                    Field.text("checkout_id").sql("b.checkout_id").within(Within.BUILD_OF_TEST))
            .fieldsOfCheckout(Within.CHECKOUT_OF_TEST)
            .fields(Field.time("start_time"), Field.time("_timestamp"))
            .sorts(
                    Sort.newest("_timestamp"),
                    Sort.time("start_time"),
                    Sort.text("id"),
                    Sort.text("path"),
                    Sort.text("status"),
                    Sort.amount("duration"))
            .texts("id", "path", "comment")
            .state("status")),
    ISSUES(new Definition(Kind.ISSUES)
            .fields(
                    Field.text("id"),
                    Field.text("origin"),
                    Field.of(FieldType.NUMBER, "version"),
                    Field.text("category").sql("category").within(Within.CATEGORIES),
                    Field.text("culprit").sql("fault").within(Within.CULPRITS).words("code", "tool", "harness"),
                    Field.text("report_url"),
                    Field.time("_timestamp"))
            .sorts(Sort.newest("_timestamp"), Sort.text("id"))
            .texts("id", "report_subject", "report_url", "comment")),
    INCIDENTS(new Definition(Kind.INCIDENTS)
            .fields(
                    Field.text("id"),
                    Field.text("origin"),
                    Field.text("issue_id"),
                    Field.text("build_id"),
                    Field.text("test_id"),
                    Field.of(FieldType.FLAG, "present"),
                    Field.time("_timestamp"))
            .sorts(Sort.newest("_timestamp"), Sort.text("id"))
            .texts("id", "issue_id", "build_id", "test_id", "comment")),
    SIGHTINGS(new Definition("aggregate.issue", "issue_id", SqlType.TEXT)
            .columns(
                    "issue_id",
                    "incidents",
                    "builds",
                    "tests",
                    "first_seen",
                    "first_checkout",
                    "last_seen",
                    "last_checkout")
            .fields(
                    Field.text("issue_id"),
                    Field.text("first_checkout"),
                    Field.text("last_checkout"),
                    Field.time("first_seen"),
                    Field.time("last_seen"))
            .sorts(Sort.newest("last_seen"), Sort.newest("first_seen"), Sort.number("incidents"))
            .texts("issue_id", "first_checkout", "last_checkout")),
    TREES(new Definition("aggregate.trees", "id", SqlType.TEXT)
            .columns(
                    "id",
                    "origin",
                    "tree_name",
                    "git_repository_url",
                    "git_repository_branch",
                    "checkout_id",
                    "git_commit_hash",
                    "git_commit_name",
                    "start_time",
                    "builds",
                    "boots",
                    "tests")
            .fields(
                    Field.text("id"),
                    Field.text("origin"),
                    Field.text("tree_name"),
                    Field.text("git_repository_url"),
                    Field.text("git_repository_branch"),
                    Field.text("git_commit_hash"),
                    Field.text("git_commit_name"),
                    Field.time("start_time"))
            .sorts(Sort.newest("newest"), Sort.text("tree_name"))
            .texts("tree_name", "git_repository_url", "git_repository_branch", "git_commit_name")),
    HARDWARE(new Definition("aggregate.platforms", "id", SqlType.TEXT)
            .columns("id", "platform", "origin", "compatible", "last_seen", "checkouts", "builds", "boots", "tests")
            .fields(
                    Field.text("id"),
                    Field.text("platform"),
                    Field.text("origin"),
                    Field.text("compatible")
                            .sql("fit")
                            .within("exists (select from unnest(t.compatible) fit where {})"),
                    Field.time("last_seen"))
            .sorts(Sort.time("last_seen"), Sort.text("platform"))
            .texts("platform", "array_to_string(t.compatible, ' ')")),
    JOBS(new Definition("job", "id", SqlType.UUID)
            .columns(
                    "id",
                    "kind",
                    "state",
                    "runner",
                    "runner_uid",
                    "origin",
                    "build_id",
                    "request",
                    "attempts",
                    "last_error",
                    "cancel_wanted_at as cancelled_at",
                    "created_at",
                    "changed_at",
                    "due_at")
            .fields(
                    Field.of(FieldType.UUID, "id"),
                    Field.words("kind", JobKind.values()),
                    Field.words("state", JobState.values()),
                    Field.text("runner"),
                    Field.text("runner_uid"),
                    Field.text("origin"),
                    Field.text("build_id"),
                    Field.time("created_at"),
                    Field.time("changed_at"))
            .sorts(Sort.newest("created_at"), Sort.newest("changed_at"), Sort.time("due_at"))
            .texts("cast(t.id as text)", "runner_uid", "build_id", "last_error", "cast(t.request as text)")
            .state("state")),
    SUBMISSIONS(new Definition("submission", "id", SqlType.UUID)
            .columns(
                    "id",
                    "job_id",
                    "state",
                    "kind",
                    "origin",
                    "objects",
                    "bytes",
                    "attempts",
                    "last_error",
                    "kcidb_id",
                    "created_at",
                    "changed_at",
                    "sent_at",
                    "due_at")
            .fields(
                    Field.of(FieldType.UUID, "id"),
                    Field.of(FieldType.UUID, "job_id"),
                    Field.words("state", SubmissionState.values()),
                    Field.of(FieldType.WORD, "kind").words("builds", "tests", "other"),
                    Field.text("origin"),
                    Field.text("kcidb_id"),
                    Field.of(FieldType.NUMBER, "delivery_id")
                            .sql("d.delivery_id")
                            .within("exists (select from delivered d where d.submission_id = t.id and {})"),
                    Field.time("created_at"),
                    Field.time("changed_at"),
                    Field.time("sent_at"))
            .sorts(Sort.newest("created_at"), Sort.newest("changed_at"), Sort.time("sent_at"), Sort.time("due_at"))
            .texts("cast(t.id as text)", "cast(t.job_id as text)", "kcidb_id", "last_error")
            .state("state")),
    DELIVERIES(new Definition("delivery", "id", SqlType.BIGINT)
            .columns(
                    "id",
                    "state",
                    "posted_at",
                    "answered_at",
                    "submissions",
                    "objects",
                    "bytes",
                    "sha256",
                    "http_status",
                    "answer",
                    "kcidb_id",
                    "due_at")
            .fields(
                    Field.of(FieldType.NUMBER, "id"),
                    Field.words("state", DeliveryState.values()),
                    Field.of(FieldType.UUID, "submission_id")
                            .sql("d.submission_id")
                            .within("exists (select from delivered d where d.delivery_id = t.id and {})"),
                    Field.of(FieldType.NUMBER, "http_status"),
                    Field.text("kcidb_id"),
                    Field.time("posted_at"))
            .sorts(Sort.newest("posted_at"))
            .texts("kcidb_id", "answer")
            .state("state")),
    CALLBACKS(new Definition("callback", "id", SqlType.BIGINT)
            .columns(
                    "id",
                    "runner",
                    "door",
                    "job_id",
                    "proof",
                    "state",
                    "reason",
                    "attempts",
                    "received_at",
                    "due_at",
                    "closed_at")
            .fields(
                    Field.of(FieldType.NUMBER, "id"),
                    Field.words("state", CallbackState.values()),
                    Field.text("runner"),
                    Field.of(FieldType.WORD, "door").words("build", "test", "boot"),
                    Field.of(FieldType.UUID, "job_id"),
                    Field.words("proof", Proof.values()),
                    Field.time("received_at"),
                    Field.time("closed_at"))
            .sorts(Sort.number("id"), Sort.newest("received_at"), Sort.time("closed_at"))
            .texts("cast(t.job_id as text)", "reason")
            .state("state")),
    ARTEFACTS(new Definition("artefact", "sha256", SqlType.TEXT)
            .columns("sha256", "content_type", "bytes", "created_at")
            .fields(
                    Field.text("id").sql("t.sha256"),
                    Field.text("content_type"),
                    Field.text("test_id")
                            .sql("o.test_id")
                            .within("exists (select from artefact_of_test o where o.sha256 = t.sha256 and {})"),
                    Field.time("created_at"))
            .sorts(Sort.newest("created_at"), Sort.number("bytes"))
            .texts("sha256", "content_type")),
    UPLOADS(new Definition("upload", "id", SqlType.UUID)
            .columns("id", "state", "bytes", "reason", "new_objects", "known_objects", "received_at", "ended_at")
            .fields(
                    Field.of(FieldType.UUID, "id"),
                    Field.words("state", UploadState.values()),
                    Field.time("received_at"),
                    Field.time("ended_at"))
            .sorts(Sort.newest("received_at"), Sort.time("ended_at"))
            .texts("cast(t.id as text)", "reason")
            .state("state"));

    private final Definition definition;

    Listing(Definition definition) {
        this.definition = definition;
    }

    /** The list of the objects of this kind. */
    public static Listing of(Kind kind) {
        return valueOf(kind.name());
    }

    /** Its name, which is its path, too: {@code builds}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of KCIDB's objects it has, if it does. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(definition.kind);
    }

    public List<Field> fields() {
        return Collections.unmodifiableList(definition.fields);
    }

    /** What it can be sorted by; the first is the usual one. */
    public List<Sort> sorts() {
        return definition.sorts;
    }

    /** The columns of a row. */
    public List<String> columns() {
        return definition.columns.stream()
                .map(column -> column.substring(column.lastIndexOf(' ') + 1))
                .toList();
    }

    /** What its rows are counted by, if they have something like a state. */
    public Optional<String> state() {
        return Optional.ofNullable(definition.state);
    }

    String table() {
        return definition.table;
    }

    String key() {
        return "t." + definition.key;
    }

    SqlType keyType() {
        return definition.keyType;
    }

    /** Whether there could be a row of this key. */
    boolean canBeKey(String key) {
        return definition.keyType.canBe(key);
    }

    List<String> texts() {
        return definition.texts;
    }

    /** The row as an object; what is null is left out, but not what is null inside of it. */
    String item() {
        String row = definition.kind == null ? "(select r from (select %s) r)".formatted(definition.select()) : "t";
        return "(select cast(json_object_agg(key, value) as text) from json_each(to_json(%s)) where cast(value as text) <> 'null')"
                .formatted(row);
    }
}
