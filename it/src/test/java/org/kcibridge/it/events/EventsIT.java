package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.event.Channel;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.builders.Row;
import org.kcibridge.it.builders.RowBuilder;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.BuildOutcome;
import org.kcibridge.kind.IntegrationTest;

/** Who watches is told of everything that comes and changes, whoever changes it. */
@IntegrationTest
class EventsIT extends BridgeTest {

    private Watcher watcher;

    @BeforeEach
    void watch() {
        watcher = Watcher.open(api);
    }

    @AfterEach
    void leave() {
        watcher.close();
    }

    @Test
    void tellsTheWayOfABuild() {
        watch("jobs", "callbacks", "checkouts", "builds", "submissions");

        String job = scheduleBuild(Map.of());
        awaitSubmission(job, "CONFIRMED");

        String callback = "callbacks " + database.value("select id from callback");
        String submission = "submissions " + database.value("select id from submission");
        List<String> told = watcher.hearUpTo(submission + " CONFIRMED");
        assertThat(told)
                .containsSubsequence(
                        "jobs " + job + " REQUESTED",
                        callback + " RECEIVED",
                        submission + " WAITING",
                        submission + " SENT");
        // In which order one transaction writes is its own affair, and a callback may overtake the answer to the order.
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "jobs " + job + " REQUESTED",
                        "jobs " + job + " SUBMITTED",
                        callback + " RECEIVED",
                        "checkouts " + database.value("select id from checkouts"),
                        "builds " + job(job).getString("build_id") + " PASS",
                        submission + " WAITING",
                        callback + " APPLIED",
                        "jobs " + job + " FINISHED",
                        submission + " SENT",
                        submission + " CONFIRMED");
    }

    @Test
    void tellsThatTheRunnerRefused() {
        watch("jobs");
        tuxSuite.script().refuseNext(400, "no such toolchain");

        api.build(Map.of());

        String job = "jobs " + database.value("select id from job");
        assertThat(watcher.hearUpTo(job + " REJECTED")).containsExactly(job + " REQUESTED", job + " REJECTED");
    }

    @Test
    void tellsThatACallbackWasIgnored() {
        watch("callbacks");
        tuxSuite.script().nextBuilds(BuildOutcome.error(0));

        scheduleBuild(Map.of());

        assertThat(watcher.hear().getString("state")).isEqualTo("RECEIVED");
        assertThat(watcher.hear().getString("state")).isEqualTo("IGNORED");
    }

    /** One execution of a batch job, which is none of our tables. */
    @Test
    void tellsTheWayOfABatchJob() {
        watch("batch");

        assertThat(api.post("/sync/results", "").status()).isEqualTo(204);

        String execution = "batch " + watcher.hear().getString("object");
        assertThat(watcher.hearUpTo(execution + " COMPLETED")).contains(execution + " STARTED");
        assertThat(execution)
                .isEqualTo("batch " + database.value("select max(jobexecutionid) from jberet.job_execution"));
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                row(Channel.CHECKOUTS, Given::checkout, "", "comment = 'x'", ""),
                row(Channel.BUILDS, Given::build, " PASS", "comment = 'x'", " PASS"),
                row(Channel.TESTS, given -> given.test().with("status", null), "", "status = 'MISS'", " MISS"),
                row(Channel.ISSUES, Given::issue, "", "comment = 'x'", ""),
                row(Channel.INCIDENTS, Given::incident, "", "comment = 'x'", ""),
                row(Channel.JOBS, Given::job, " REQUESTED", "state = 'REJECTED', due_at = null", " REJECTED"),
                row(Channel.SUBMISSIONS, Given::submission, " WAITING", "state = 'DEAD', due_at = null", " DEAD"),
                row(Channel.DELIVERIES, Given::delivery, " PROCESSED", "state = 'FAILED'", " FAILED"),
                row(
                        Channel.DESTINATIONS,
                        Given::destination,
                        " REACHABLE",
                        "state = 'UNREACHABLE', due_at = now()",
                        " UNREACHABLE"),
                row(Channel.MODES, Given::mode, " normal", "state = 'drain'", " drain"),
                row(Channel.CALLBACKS, Given::callback, " RECEIVED", "state = 'PARKED'", " PARKED"),
                row(
                        Channel.UPLOADS,
                        Given::upload,
                        " IMPORTED",
                        "state = 'FAILED', reason = 'x', document = ''",
                        " FAILED"));
    }

    private static Arguments row(
            Channel channel, Function<Given, RowBuilder> row, String first, String change, String second) {
        return Arguments.of(channel, row, first, change, second);
    }

    /** Another node, or somebody at a prompt: the bridge has no part in it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void tellsWhatOthersDo(
            Channel channel, Function<Given, RowBuilder> builder, String first, String change, String second) {
        watch(channel.key());

        Row row = builder.apply(given).create();
        database.update("update %s set %s where cast(id as text) = ?".formatted(row.table(), change), row.id());

        String object = channel.key() + " " + row.id();
        assertThat(List.of(watcher.hearUpTo(object + first), watcher.hearUpTo(object + second)))
                .containsExactly(List.of(object + first), List.of(object + second));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void tellsNothingWhenNothingChanges(
            Channel channel, Function<Given, RowBuilder> builder, String first, String change, String second) {
        watch(channel.key());
        Row row = builder.apply(given).create();
        watcher.hearUpTo(channel.key() + " " + row.id() + first);

        database.update("update %s set id = id where cast(id as text) = ?".formatted(row.table()), row.id());
        Row next = builder.apply(given).create();

        String last = channel.key() + " " + next.id() + first;
        assertThat(watcher.hearUpTo(last)).containsExactly(last);
    }

    /** They change by one statement, and some of them do not change. */
    @Test
    void tellsOfEachSubmissionOfMany() {
        watch("submissions");
        given.bulk(300, i -> given.submission()
                .with("job_id", null)
                .with("state", i % 3 == 0 ? "DEAD" : "WAITING")
                .with("due_at", i % 3 == 0 ? null : "2999-01-01T00:00:00Z"));

        database.update("update submission set state = 'DEAD', due_at = null");
        Row last = given.submission().create();

        List<String> told = watcher.hearUpTo("submissions " + last.id() + " WAITING");
        assertThat(told).hasSize(501).doesNotHaveDuplicates();
        List<String> changed = told.subList(0, 500).stream()
                .filter(line -> line.endsWith(" WAITING"))
                .toList();
        assertThat(changed).hasSize(200).allSatisfy(line -> assertThat(told)
                .containsSubsequence(line, line.replace(" WAITING", " DEAD")));
    }

    /** Due times are moved all the time, and attempts counted. */
    @Test
    void tellsStatesAndNoMore() {
        watch("jobs");
        Row job = given.job().create();
        watcher.hearUpTo("jobs " + job.id() + " REQUESTED");

        database.update("update job set attempts = 7, due_at = now() + interval '1 day'");
        Row next = given.job().create();

        String last = "jobs " + next.id() + " REQUESTED";
        assertThat(watcher.hearUpTo(last)).containsExactly(last);
        assertThat(job(job.id()).getInt("attempts")).isEqualTo(7);
    }

    /** A table that was forgotten would never be missed. */
    @Test
    void leavesNoChannelOut() {
        List<String> told = rows().map(row -> ((Channel) row.get()[0]).key()).toList();

        assertThat(Stream.of(Channel.values()).map(Channel::key).filter(key -> !told.contains(key)))
                .containsExactly("batch");
        assertThat(
                        database.value(
                                """
                        select string_agg(t.table_name, ' ' order by t.table_name)
                        from information_schema.columns t
                        where t.table_schema = 'public' and t.column_name in ('state', 'status')
                          and not exists (select from pg_trigger where tgname = 'tell_change'
                                          and tgrelid = cast('public.' || t.table_name as regclass))"""))
                .as("tables with a state of which nothing is told")
                .isNull();
    }

    private void watch(String... channels) {
        Stream.of(channels).forEach(watcher::subscribe);
    }
}
