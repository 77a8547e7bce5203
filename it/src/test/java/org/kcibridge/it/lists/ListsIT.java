package org.kcibridge.it.lists;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.listing.Listing;

/** People find what they look for, and what they are told of it is true. */
@IntegrationTest
class ListsIT extends BridgeTest {

    /** Three builds of two checkouts; a boot and two tests of each. */
    private void world() {
        given.checkout()
                .with("id", "lab:c1")
                .with("tree_name", "mainline")
                .with("git_commit_name", "v6.18-rc5")
                .with("git_commit_tags", List.of("v6.18-rc5"))
                .create();
        given.checkout().with("id", "lab:c2").with("tree_name", "next").create();
        build("b1", "lab:c1", "riscv", "PASS", "2026-03-01T10:00:00Z");
        build("b2", "lab:c1", "arm64", "FAIL", "2026-03-02T10:00:00Z");
        build("b3", "lab:c2", "riscv", null, "2026-03-03T10:00:00Z");
        for (String build : List.of("b1", "b2", "b3")) {
            test(build + "-boot", build, "boot", "PASS", "qemu-" + build);
            test(build + "-t1", build, "ltp.mm.oom01", "FAIL", "qemu-" + build);
            test(build + "-t2", build, "kselftest.net_x", null, "board_1");
        }
        given.issue().with("id", "lab:i1").create();
        given.incident().with("issue_id", "lab:i1").with("test_id", "lab:b2-t1").create();
    }

    private void build(String id, String checkout, String architecture, String status, String start) {
        given.build()
                .with("id", "lab:" + id)
                .with("checkout_id", checkout)
                .with("architecture", architecture)
                .with("status", status)
                .with("start_time", start)
                .create();
    }

    private void test(String id, String build, String path, String status, String platform) {
        given.test()
                .with("id", "lab:" + id)
                .with("build_id", "lab:" + build)
                .with("path", path)
                .with("status", status)
                .with(
                        "environment",
                        Json.createObjectBuilder()
                                .add("compatible", Json.createArrayBuilder(List.of("vendor," + platform, "any")))
                                .add("misc", Json.createObjectBuilder().add("platform", platform))
                                .build())
                .create();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    builds?architecture=riscv | b1 b3
                    builds?architecture=riscv&architecture=arm64&status=FAIL | b2
                    builds?status=PASS&status=NONE | b1 b3
                    builds?status= | b1 b2 b3
                    builds?tree_name=mainline&architecture=riscv | b1
                    builds?start_time_from=2026-03-02T10:00:00Z | b2 b3
                    builds?start_time_to=2026-03-02T10:00:00Z | b1
                    builds?start_time_from=2026-03-02&start_time_to=2026-03-03 | b2
                    builds?start_time_from=P1D |
                    builds?_timestamp_from=PT1H | b1 b2 b3
                    builds?q=LAB%3AB | b1 b2 b3
                    builds?q=b_1 |
                    tests?path=ltp.* | b1-t1 b2-t1 b3-t1
                    tests?path=*net_* | b1-t2 b2-t2 b3-t2
                    tests?path=*net?x |
                    tests?kind=boot | b1-boot b2-boot b3-boot
                    tests?platform=board_1&build_id=lab:b1&build_id=lab:b2 | b1-t2 b2-t2
                    tests?compatible=vendor,qemu-b2 | b2-boot b2-t1
                    tests?issue_id=lab:i1 | b2-t1
                    tests?tree_name=next&status=FAIL | b3-t1
                    tests?checkout_id=lab:c1&kind=boot | b1-boot b2-boot
                    tests?git_commit_hash=nothing |
                    checkouts?git_commit_tag=v6.18* | c1
                    checkouts?q=6.18-RC5 | c1
                    """)
    void findsWhatIsAskedFor(String address, String ids) {
        world();

        List<String> found = ids(api.get("/" + address));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        ids == null
                                ? new String[0]
                                : ids.lines()
                                        .flatMap(line -> Arrays.stream(line.split(" ")))
                                        .map("lab:"::concat)
                                        .toArray(String[]::new));
        assertThat(api.get("/" + address).json().getJsonObject("pagination").getInt("totalItems"))
                .isEqualTo(found.size());
        assertThat(api.get("/" + address.replace("?", "/counts?")).json().getInt("total"))
                .isEqualTo(found.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    builds?colour=red | colour | is no parameter of this list
                    builds?status=GOOD | status | must be one of FAIL, ERROR, MISS, PASS, DONE, SKIP, NONE
                    builds?start_time_from=yesterday | start_time_from | must be a time such as
                    builds?start_time_from=P | start_time_from | must be a time such as
                    builds?duration_to=long | duration_to | must be a number
                    builds?sort=colour | sort | must be one of
                    builds?after=x | after | must be what a page of this list had
                    builds?total=maybe | total | must be true or false
                    builds?q=%00 | q | must not contain NUL
                    checkouts?valid=yes | valid | must be true or false
                    issues?version=1.5 | version | must be a whole number
                    jobs?id=1 | id | must be a UUID
                    jobs/export?format=kcidb | format | must be csv, json
                    builds/counts?colour=red | colour | is no parameter of this list
                    """)
    void saysWhatIsWrong(String address, String field, String message) {
        Reply reply = api.get("/" + address);

        assertThat(reply.status()).isEqualTo(400);
        JsonObject error = reply.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo(field);
        assertThat(error.getString("message")).startsWith(message);
    }

    /** Rows without what it is sorted by have their place, too, and equals are told apart by their ids. */
    @ParameterizedTest
    @ValueSource(strings = {"start_time", "-start_time", "status", "-status", "duration", "-id", "_timestamp"})
    void readsOnWhereAPageEnds(String sort) {
        Random dice = new Random(7);
        given.bulk(57, i -> given.build()
                .with("checkout_id", "lab:c")
                .with("status", dice.nextBoolean() ? null : dice.nextBoolean() ? "PASS" : "FAIL")
                .with("duration", dice.nextInt(3) == 0 ? null : dice.nextInt(5))
                .with(
                        "start_time",
                        dice.nextInt(3) == 0 ? null : "2026-03-0%dT00:00:00Z".formatted(1 + dice.nextInt(3))));
        List<String> whole = ids(api.get("/builds?pageSize=500&sort=" + sort));

        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            Reply page = api.get("/builds?pageSize=10&sort=" + sort + next);
            walked.addAll(ids(page));
            String place = page.json().getJsonObject("pagination").getString("next", null);
            next = place == null ? null : "&after=" + place;
        } while (next != null);

        assertThat(walked).hasSize(57).isEqualTo(whole);
        assertThat(ids(api.get("/builds?pageSize=10&page=6&sort=" + sort))).isEqualTo(whole.subList(50, 57));
        assertThat(ids(api.get("/builds?pageSize=10&page=5&sort=" + sort))).isEqualTo(whole.subList(40, 50));
    }

    /** What comes in while somebody reads on is not a reason to show him something twice. */
    @Test
    void isNotMovedByWhatComesIn() {
        given.bulk(20, i -> given.build().with("checkout_id", "lab:c"));
        Reply first = api.get("/builds?pageSize=10");
        given.bulk(5, i -> given.build().with("checkout_id", "lab:c").with("_timestamp", "2040-01-01T00:00:00Z"));

        Reply second = api.get("/builds?pageSize=10&total=false&after="
                + first.json().getJsonObject("pagination").getString("next"));

        assertThat(ids(second)).hasSize(10).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.json().getJsonObject("pagination").containsKey("totalItems"))
                .isFalse();
    }

    /** Whatever happens to rows, and however often what has changed is summed up. */
    @Test
    void countsWhatIsThere() {
        world();
        Random dice = new Random(3);
        for (int round = 0; round < 12; round++) {
            given.bulk(30, i -> given.test()
                    .with("build_id", "lab:b1")
                    .with("status", List.of("PASS", "FAIL", "SKIP").get(dice.nextInt(3))));
            database.update(
                    "update tests set status = 'MISS' where id in (select id from tests order by md5(id) limit 9)");
            database.update("delete from tests where id in (select id from tests order by md5(id || 'x') limit 7)");
            if (round % 4 == 3) {
                database.update("insert into aggregate.amount select 'tests', 'PASS', 0 from generate_series(1, 300)");
                beatOnce();
            }
        }

        JsonObject counts = api.get("/tests/counts").json();
        assertThat(counts.getInt("total")).isEqualTo(database.count("select count(*) from tests"));
        for (String status : List.of("PASS", "FAIL", "SKIP", "MISS", "NONE")) {
            int rows = database.count("select count(*) from tests where coalesce(status, 'NONE') = ?", status);
            assertThat(counts.getJsonObject("counts").getInt(status, 0))
                    .as(status)
                    .isEqualTo(rows);
            assertThat(api.get("/tests/counts?status=" + status).json().getInt("total"))
                    .as(status)
                    .isEqualTo(rows);
        }
        assertThat(api.get("/tests?pageSize=1")
                        .json()
                        .getJsonObject("pagination")
                        .getInt("totalItems"))
                .isEqualTo(counts.getInt("total"));
        assertThat(database.count("select count(*) from aggregate.amount where kind = 'tests'"))
                .isLessThan(200);
    }

    private void beatOnce() {
        standStill();
        beat("settle aggregates");
    }

    @Test
    void showsTreesAndHardwareAsTheyWent() {
        standStill();
        world();
        beat("settle aggregates");

        JsonObject tree = api.items("/trees?tree_name=mainline").get(0);
        assertThat(tree.getString("checkout_id")).isEqualTo("lab:c1");
        assertThat(tree.getString("git_commit_name")).isEqualTo("v6.18-rc5");
        assertThat(tree.getJsonObject("builds").getInt("fail")).isEqualTo(1);
        assertThat(tree.getJsonObject("boots").getInt("pass")).isEqualTo(2);
        assertThat(tree.getJsonObject("tests").getInt("none")).isEqualTo(2);
        assertThat(api.get("/trees/" + tree.getString("id")).json()).isEqualTo(tree);

        JsonObject board = api.items("/hardware?platform=board_1").get(0);
        assertThat(board.getInt("checkouts")).isEqualTo(2);
        assertThat(board.getJsonObject("tests").getInt("none")).isEqualTo(3);
        assertThat(board.getJsonArray("compatible").getValuesAs(JsonString::getString))
                .containsExactly("any", "vendor,board_1");
        assertThat(api.get("/hardware/" + board.getString("id")).json()).isEqualTo(board);
        assertThat(api.items("/hardware?compatible=vendor,qemu-*")).hasSize(3);

        JsonObject seen = api.items("/sightings?issue_id=lab:i1").get(0);
        assertThat(seen.getInt("tests")).isEqualTo(1);
        assertThat(seen.getString("last_checkout")).isEqualTo("lab:c1");
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    static Stream<Arguments> sorts() {
        return Arrays.stream(Listing.values()).flatMap(listing -> listing.sorts().stream()
                .flatMap(sort -> Stream.of("", "-").map(way -> Arguments.of(listing.path(), way + sort.name()))));
    }

    /** Whatever the description offers, and each place it leads to. */
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("sorts")
    void areSortedByWhatTheyOffer(String list, String sort) {
        world();
        given.submission().create();
        given.callback().create();
        given.upload().create();
        String path = "/" + list + "?pageSize=1&sort=" + sort;

        Reply first = api.get(path);

        assertThat(first.status()).as(first.response().body()).isEqualTo(200);
        String next = first.json().getJsonObject("pagination").getString("next", null);
        if (next != null) {
            Reply second = api.get(path + "&after=" + next);
            assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_time_from=P300000Y",
                "start_time_from=P99999999999Y",
                "start_time_from=-999999999-01-01T00:00:00Z",
                "start_time_to=%2B999999999-12-31T23:59:59Z",
                "start_time_from=0000-01-01",
                "duration_from=1e999999",
                "after=LV90aW1lc3RhbXAAZ2FyYmFnZQB4",
                "after=LV90aW1lc3RhbXAAMjAyNi0wMi0zMSAwMDowMDowMCswMAB4",
                "after=LWR1cmF0aW9uAGdhcmJhZ2UAeA"
            })
    void takeNothingThatTheDatabaseWouldNot(String query) {
        assertThat(api.get("/builds?" + query).status()).isIn(200, 400);
    }

    @Test
    void beginWithWhatWasSeenLast() {
        standStill();
        given.checkout().with("id", "lab:c1").create();
        build("b1", "lab:c1", "riscv", "PASS", "2026-03-01T10:00:00Z");
        for (String platform : List.of("aaa", "zzz")) {
            given.test()
                    .with("build_id", "lab:b1")
                    .with("start_time", platform.equals("aaa") ? "2026-03-03T10:00:00Z" : "2026-03-02T10:00:00Z")
                    .with("environment", Map.of("misc", Map.of("platform", platform)))
                    .create();
        }
        beat("settle aggregates");

        assertThat(api.items("/hardware"))
                .extracting(one -> one.getString("platform"))
                .containsExactly("aaa", "zzz");
    }
}
