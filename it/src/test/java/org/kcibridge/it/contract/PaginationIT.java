package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.builders.RowBuilder;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Whoever reads a list page by page has read it once and whole. */
@IntegrationTest
class PaginationIT extends BridgeTest {

    private static final int ROWS = 56;

    /** What is listed where, without the parents, which cost more than the rows. A list that is missing here fails the tests. */
    private static final Map<String, Function<Given, RowBuilder>> ROWS_OF = Map.ofEntries(
            Map.entry("/api/v1/checkouts", Given::checkout),
            Map.entry("/api/v1/builds", given -> given.build().with("checkout_id", "riscv:nobody")),
            Map.entry("/api/v1/tests", given -> given.test().with("build_id", "riscv:nobody")),
            Map.entry("/api/v1/issues", Given::issue),
            Map.entry(
                    "/api/v1/incidents",
                    given -> given.incident().with("issue_id", "riscv:nobody").with("build_id", "riscv:nobody")),
            Map.entry("/api/v1/jobs", Given::job),
            Map.entry("/api/v1/submissions", given -> given.submission().with("job_id", null)),
            Map.entry("/api/v1/deliveries", Given::delivery),
            Map.entry("/api/v1/callbacks", Given::callback),
            Map.entry("/api/v1/artefacts", Given::artefact),
            Map.entry("/api/v1/uploads", Given::upload),
            Map.entry("/api/v1/trees", given -> given.checkout().with("tree_name", UniqueId.of("tree"))),
            Map.entry("/api/v1/hardware", given -> given.test()
                    .with("build_id", "riscv:of-all")
                    .with(
                            "environment",
                            Json.createObjectBuilder()
                                    .add("misc", Json.createObjectBuilder().add("platform", UniqueId.of("board")))
                                    .build())),
            Map.entry("/api/v1/sightings", given -> given.incident()
                    .with("issue_id", UniqueId.of("riscv:i"))
                    .with("build_id", "riscv:nobody")),
            Map.entry("/api/v1/batch/executions", Given::batchExecution));

    static List<Operation> lists() {
        return Contract.get().operations().stream().filter(Operation::isList).toList();
    }

    static Stream<Arguments> badPages() {
        return lists().stream()
                .flatMap(list -> Stream.of("page", "pageSize").map(parameter -> Arguments.of(list, parameter)));
    }

    /** All were made at the same time, so that nothing but the id keeps them in order. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void showsEveryRowOnce(Operation list) {
        arrange(list);
        List<String> whole = ids(page(list, 1, ROWS));

        assertThat(whole).hasSize(ROWS).doesNotHaveDuplicates();
        for (int size : List.of(5, 10, 25, 50, 500)) {
            assertThat(pages(list, size)).as("pages of %d", size).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void saysWhereAPageStands(Operation list) {
        arrange(list);

        SoftAssertions all = new SoftAssertions();
        for (int[] asked : new int[][] {{1, 25}, {3, 25}, {2, 10}, {1, 56}, {1, 50}, {3, 5}, {2, 56}, {4294967, 500}}) {
            Reply reply = page(list, asked[0], asked[1]);
            int left = Math.max(0, ROWS - (int) Math.min(ROWS, (asked[0] - 1L) * asked[1]));
            JsonObject pagination = reply.json().getJsonObject("pagination");
            String page = "page %d of %d".formatted(asked[0], asked[1]);
            all.assertThat(ids(reply)).as(page).hasSize(Math.min(left, asked[1]));
            all.assertThat(pagination.getInt("page")).as(page).isEqualTo(asked[0]);
            all.assertThat(pagination.getInt("pageSize")).as(page).isEqualTo(asked[1]);
            all.assertThat(pagination.getInt("totalItems")).as(page).isEqualTo(ROWS);
            all.assertThat(pagination.getInt("totalPages")).as(page).isEqualTo((ROWS + asked[1] - 1) / asked[1]);
        }
        all.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void hasNoPagesWhereThereIsNothing(Operation list) {
        JsonObject pagination = page(list, 1, 25).json().getJsonObject("pagination");

        assertThat(pagination.getInt("totalItems")).isZero();
        assertThat(pagination.getInt("totalPages")).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badPages")
    void refusesPagesThatCannotBe(Operation list, String parameter) {
        JsonObject schema = list.parameters().stream()
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .schema();
        long beyond = schema.getJsonNumber("maximum").longValueExact() + 1;

        SoftAssertions all = new SoftAssertions();
        for (String value :
                List.of("0", "-1", "x", "", " ", "1.5", "1e1", "0x1", Long.toString(beyond), "9".repeat(30))) {
            Reply reply = api.get(
                    list.pathWith("") + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            all.assertThat(reply.status()).as("%s=%s", parameter, value).isEqualTo(400);
            all.assertThat(reply.json().getString("detail"))
                    .as("%s=%s", parameter, value)
                    .startsWith(parameter + ":");
        }
        all.assertAll();
    }

    @Test
    void leavesNoListOut() {
        assertThat(lists()).extracting(Operation::path).containsExactlyInAnyOrderElementsOf(ROWS_OF.keySet());
    }

    private void arrange(Operation list) {
        standStill();
        if (list.path().endsWith("/hardware")) {
            given.build().with("id", "riscv:of-all").create();
        }
        given.bulk(ROWS, i -> ROWS_OF.get(list.path()).apply(given));
        beat("settle aggregates");
    }

    private List<String> pages(Operation list, int size) {
        List<String> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<String> some = ids(page(list, page, size));
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
        }
    }

    private Reply page(Operation list, int page, int size) {
        return api.get(list.pathWith("") + "?page=" + page + "&pageSize=" + size);
    }

    private static List<String> ids(Reply reply) {
        return reply.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getOrDefault("id", item.get("issue_id")).toString())
                .toList();
    }
}
