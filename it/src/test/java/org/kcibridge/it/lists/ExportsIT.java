package org.kcibridge.it.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** A list as a file has every row once, however many there are, and others can read it. */
@IntegrationTest
class ExportsIT extends BridgeTest {

    /** More than is fetched at once, three times. */
    private static final int MANY = 6_500;

    @Test
    void writesEveryRowOnce() {
        given.bulk(MANY, i -> given.build()
                .with("checkout_id", "lab:c")
                .with("architecture", i % 2 == 0 ? "riscv" : "arm64")
                .with("_timestamp", "2026-01-01T00:00:00Z"));

        List<String> lines = body("/builds/export").lines().toList();

        assertThat(lines.get(0)).startsWith("id,checkout_id,origin,").endsWith(",_timestamp");
        assertThat(lines).hasSize(MANY + 1).doesNotHaveDuplicates();
        assertThat(body("/builds/export?architecture=riscv").lines()).hasSize(MANY / 2 + 1);
    }

    @Test
    void keepsWhatCellsCanHardlyHold() {
        String comment = "says \"no\", then\r\nnothing; =1+1";
        given.build()
                .with("id", "lab:b")
                .with("checkout_id", "lab:c")
                .with("comment", comment)
                .with("config_name", null)
                .with("misc", Map.of("a", List.of(1, "ö")))
                .create();

        String file = body("/builds/export?id=lab:b");

        assertThat(file)
                .contains("\"says \"\"no\"\", then\r\nnothing; =1+1\"")
                .contains("\"{\"\"a\"\":[1,\"\"ö\"\"]}\"");
        assertThat(api.get("/builds/export").response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"builds.csv\"");
        assertThat(api.get("/builds/export").response().headers().firstValue("Content-Type"))
                .hasValue("text/csv;charset=UTF-8");
    }

    /** What one bridge has exported another one can import. */
    @Test
    void writesWhatCanBeTakenBack() {
        given.issue().with("id", "lab:i").create();
        given.incident()
                .with("issue_id", "lab:i")
                .with("test_id", given.test().create().id())
                .create();
        given.bulk(3, i -> given.checkout());
        for (String kind : List.of("checkouts", "builds", "tests", "issues", "incidents")) {
            String document = body("/" + kind + "/export?format=kcidb");

            assertThat(KcidbSchema.forTaking().violations(document))
                    .as(document)
                    .isEmpty();
            int rows = database.count("select count(*) from " + kind);
            String before = database.value(
                    "select md5(string_agg(cast(to_jsonb(t) - '_timestamp' as text), '' order by id)) from " + kind
                            + " t");
            database.update("delete from " + kind);
            String upload = api.post("/uploads", document).json().getString("id");
            await().atMost(PATIENCE)
                    .until(() -> api.get("/uploads/" + upload).json().getString("state"), "IMPORTED"::equals);

            assertThat(database.count("select count(*) from " + kind)).as(kind).isEqualTo(rows);
            assertThat(database.value(
                            "select md5(string_agg(cast(to_jsonb(t) - '_timestamp' as text), '' order by id)) from "
                                    + kind + " t"))
                    .as(kind)
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trees",
                "hardware",
                "sightings",
                "jobs",
                "submissions",
                "deliveries",
                "callbacks",
                "artefacts",
                "uploads"
            })
    void writesListsOfOurOwn(String list) {
        given.submission().create();
        given.callback().create();
        given.artefact().create();
        given.upload().create();
        given.delivery().create();
        given.incident()
                .with("issue_id", "lab:i")
                .with("test_id", given.test().create().id())
                .create();
        await().atMost(PATIENCE).until(() -> !api.items("/" + list).isEmpty());

        String header = body("/" + list + "/export").lines().findFirst().orElseThrow();
        List<JsonObject> items;
        try (var reader = Json.createReader(new StringReader(body("/" + list + "/export?format=json")))) {
            items = reader.readArray().getValuesAs(JsonObject.class);
        }

        assertThat(items).hasSameSizeAs(api.items("/" + list));
        assertThat(List.of(header.split(","))).containsAll(items.get(0).keySet());
        assertThat(header).doesNotContain("secret").doesNotContain("body");
    }

    private String body(String address) {
        Reply reply = api.get(address);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.response().body();
    }
}
