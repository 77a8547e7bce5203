package org.kcibridge.it.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.builders.Row;
import org.kcibridge.it.builders.RowBuilder;
import org.kcibridge.it.builders.TestedBuild;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** A test is followed from revision to revision. */
@IntegrationTest
class HistoryIT extends BridgeTest {

    @Test
    void tellsHowATestWent() {
        result(1, "FAIL");
        result(2, "PASS");
        result(3, "SKIP");
        result(4, "PASS");
        Row last = result(5, "PASS");

        JsonObject history = history(last, "");

        assertThat(history.getString("path")).isEqualTo("ltp.fork01");
        assertThat(history.getString("platform")).isEqualTo("board");
        assertThat(history.getString("tree_name")).isEqualTo("mainline");
        assertThat(courses(history)).containsExactly("PASS", "PASS", "INCONCLUSIVE", "FIXED", "FAIL");
        assertThat(history.getJsonArray("results").getJsonObject(0).getString("test_id"))
                .isEqualTo(last.id());
    }

    @Test
    void beginsWithTheFirstResult(TestedBuild tested) {
        JsonObject only = history(tested.test(), "").getJsonArray("results").getJsonObject(0);

        assertThat(only.getString("course")).isEqualTo("PASS");
        assertThat(only.getString("checkout_id")).isEqualTo(tested.checkout().id());
        assertThat(only.getString("git_commit_hash"))
                .isEqualTo(tested.checkout().text("git_commit_hash"));
    }

    /** What a result means depends on those before it, shown or not. */
    @Test
    void showsAsManyAsAreWanted() {
        result(1, "PASS");
        result(2, "FAIL");
        Row last = result(3, "FAIL");

        assertThat(courses(history(last, "&limit=2"))).containsExactly("FAIL", "REGRESSION");
        assertThat(courses(history(last, "&limit=1"))).containsExactly("FAIL");
    }

    /** Only what could be compared. */
    @Test
    void leavesOtherSeriesOut() {
        Row mine = result(1, "PASS");
        result(2, "FAIL");
        List<Row> others = List.of(
                test(3).with("path", "ltp.fork02").create(),
                test(4).with("environment", Map.of("misc", Map.of("platform", "other")))
                        .create(),
                test(5).with(
                                "build_id",
                                build(5).with("config_name", "tinyconfig")
                                        .create()
                                        .id())
                        .create(),
                test(6).with(
                                "build_id",
                                build(given.checkout().with("git_repository_branch", "other"))
                                        .create()
                                        .id())
                        .create(),
                test(7).with(
                                "build_id",
                                build(given.checkout().with("origin", "other"))
                                        .create()
                                        .id())
                        .create(),
                test(8).with("build_id", "riscv:nobody").create());

        JsonObject history = history(mine, "");

        assertThat(courses(history)).containsExactly("REGRESSION", "PASS");
        assertThat(others.stream().limit(5).map(other -> courses(history(other, ""))
                        .size()))
                .containsOnly(1);
    }

    @Test
    void knowsNothingOfATestWhoseBuildIsNotThere() {
        Row orphan = given.test().with("build_id", "riscv:nobody").create();

        var reply = api.get("/tests/history?test_id=" + orphan.id());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("detail")).isEqualTo("history of test " + orphan.id() + " not found");
        assertThat(api.get("/tests/history").status()).isEqualTo(400);
        assertThat(api.get("/tests/history?test_id=nobody").status()).isEqualTo(400);
        assertThat(api.get("/tests/history?limit=0&test_id=" + orphan.id()).status())
                .isEqualTo(400);
    }

    private Row result(int day, String status) {
        return test(day).with("status", status).create();
    }

    private RowBuilder test(int day) {
        return given.test()
                .with("path", "ltp.fork01")
                .with("environment", Map.of("misc", Map.of("platform", "board")))
                .with("start_time", "2026-01-%02dT00:00:00Z".formatted(day))
                .with("build_id", build(day).create().id());
    }

    private RowBuilder build(int day) {
        return build(given.checkout().with("git_commit_name", "v" + day));
    }

    private RowBuilder build(RowBuilder checkout) {
        return given.build().with("checkout_id", checkout.create().id());
    }

    private JsonObject history(Row test, String more) {
        return api.get("/tests/history?test_id=" + test.id() + more).json();
    }

    private static List<String> courses(JsonObject history) {
        return history.getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(result -> result.getString("course"))
                .toList();
    }
}
