package org.kcibridge.it.builders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Every table has a builder, and a builder needs to be told nothing. */
@IntegrationTest
class BuildersIT extends BridgeTest {

    private static final Map<String, Function<Given, RowBuilder>> BUILDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("checkouts", Given::checkout),
            Map.entry("builds", Given::build),
            Map.entry("tests", Given::test),
            Map.entry("issues", Given::issue),
            Map.entry("incidents", Given::incident),
            Map.entry("job", Given::job),
            Map.entry("claim", Given::claim),
            Map.entry("submission", Given::submission),
            Map.entry("delivery", Given::delivery),
            Map.entry("delivery_document", Given::deliveryDocument),
            Map.entry("delivered", Given::delivered),
            Map.entry("batch_tally", Given::batchTally),
            Map.entry("destination", Given::destination),
            Map.entry("mode", Given::mode),
            Map.entry("callback", Given::callback),
            Map.entry("upload", Given::upload),
            Map.entry("artefact", Given::artefact),
            Map.entry("artefact_part", Given::artefactPart),
            Map.entry("artefact_of_test", Given::artefactOfTest),
            Map.entry("api_token", Given::token)));

    static Stream<String> tables() {
        return BUILDERS.keySet().stream();
    }

    @Test
    void knowsEveryTable() {
        String tables = database.value(
                """
                select string_agg(table_name, ' ' order by table_name) from information_schema.tables
                where table_schema = 'public' and table_name not in ('flyway_schema_history', 'installation')""");

        assertThat(tables.split(" ")).containsExactlyInAnyOrderElementsOf(BUILDERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void makesAValidRowWithoutBeingToldAnything(String table) {
        RowBuilder builder = BUILDERS.get(table).apply(given);
        int before = database.count("select count(*) from " + table);

        Row row = builder.create();

        assertThat(row.table()).isEqualTo(table);
        assertThat(database.count("select count(*) from " + table)).isEqualTo(before + 1);
    }

    @Test
    void makesParentsOnlyWhenAbsent() {
        Row checkout = given.checkout().create();

        Row build = given.build()
                .with("checkout_id", checkout.id())
                .with("status", "FAIL")
                .create();

        assertThat(build.text("checkout_id")).isEqualTo(checkout.id());
        assertThat(build.text("status")).isEqualTo("FAIL");
        assertThat(database.count("select count(*) from checkouts")).isEqualTo(1);
        given.build().create();
        assertThat(database.count("select count(*) from checkouts")).isEqualTo(2);
    }

    @Test
    void makesTheIssueAndTheBuildOfAnIncident() {
        Row incident = given.incident().create();

        assertThat(database.value("select id from issues")).isEqualTo(incident.text("issue_id"));
        assertThat(database.value("select id from builds")).isEqualTo(incident.text("build_id"));
        assertThat(incident.text("test_id")).isNull();
    }

    @Test
    void makesNoBuildForAnIncidentOfATest() {
        Row test = given.test().create();

        Row incident = given.incident().with("test_id", test.id()).create();

        assertThat(incident.text("test_id")).isEqualTo(test.id());
        assertThat(incident.text("build_id")).isNull();
        assertThat(database.value("select id from builds")).isEqualTo(test.text("build_id"));
        assertThat(database.count("select count(*) from builds")).isEqualTo(1);
    }

    @Test
    void makesManyRowsByAPattern() {
        Row checkout = given.checkout().create();

        given.bulk(
                10_000,
                i -> given.build().with("checkout_id", checkout.id()).with("status", i % 2 == 0 ? "PASS" : "FAIL"));

        assertThat(database.count("select count(*) from builds where status = 'FAIL'"))
                .isEqualTo(5_000);
        assertThat(database.count("select count(*) from checkouts")).isEqualTo(1);
    }

    @Test
    void namesNothingTwice() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(UniqueId.of("x"));
        }
        assertThat(names).hasSize(100_000);
    }
}
