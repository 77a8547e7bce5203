package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Fault;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.report.Kind;

/** Made-up reports come in all together or not at all, and what is said of them is true. */
@IntegrationTest
class SeedJobIT extends SeedTest {

    @ParameterizedTest(name = "checkouts={0}, issues={1}, scale={2}")
    @CsvSource({"0, 0, 1", "5, 3, 1", "50, 20, 1", "24, 8, 3", "1, 1, 1"})
    void saysWhatItMade(int checkouts, int issues, int scale) {
        Map<String, Integer> done =
                checkouts == 0 ? seeded() : seeded("checkouts=" + checkouts, "issues=" + issues, "scale=" + scale);

        for (Kind kind : Kind.values()) {
            assertThat(done.getOrDefault(kind.key() + " created", 0))
                    .as(kind.key())
                    .isEqualTo(rows(kind));
        }
        int expected = checkouts == 0 ? 24 : checkouts * scale;
        assertThat(rows(Kind.CHECKOUTS)).isEqualTo(expected);
        assertThat(done.getOrDefault("checkouts skipped", 0)).isEqualTo(Math.max(0, 24 - expected));
        assertThat(done.keySet())
                .as("what was only of interest meanwhile")
                .noneMatch(what -> what.endsWith("prepared"));
        assertThat(rows(Kind.TESTS)).as("more of everything").isGreaterThan(rows(Kind.CHECKOUTS) * 3);
    }

    @Test
    void saysItInTheExitStatus() {
        JsonObject execution = seed();

        assertThat(execution.getString("exit_status"))
                .isEqualTo(
                        "%d builds created, 24 checkouts created, %d incidents created, 8 issues created, %d tests created"
                                .formatted(rows(Kind.BUILDS), rows(Kind.INCIDENTS), rows(Kind.TESTS)));
    }

    @Test
    void makesWhatTheReadersSee() {
        seeded();

        JsonObject build =
                api.get("/builds/demo:mainline-6.18-rc5-riscv-gcc-13").json();
        assertThat(build.getString("checkout_id")).isEqualTo("demo:mainline-6.18-rc5");
        assertThat(build.getString("status")).isEqualTo("PASS");
        assertThat(api.get("/tests/demolab:mainline-6.18-rc5-x86_64-gcc-12-fork01")
                        .json()
                        .getJsonObject("environment")
                        .getJsonObject("misc")
                        .getString("platform"))
                .isEqualTo("qemu-x86_64");
        assertThat(database.count("select count(*) from incidents where num_nonnulls(build_id, test_id) <> 1"))
                .isZero();
        assertThat(database.count("select count(*) from submission"))
                .as("KCIDB is told nothing")
                .isZero();
    }

    @Test
    void makesTheSameOfTheSame() {
        seeded("scale=2", "seed=5");
        String first = export();

        Map<String, Integer> again = seeded("scale=2", "seed=5", "clear=true", "confirm=true");

        assertThat(export()).isEqualTo(first);
        assertThat(again.get("tests cleared"))
                .isEqualTo(again.get("tests created"))
                .isEqualTo(rows(Kind.TESTS));
        seeded("scale=2", "seed=6", "clear=true", "confirm=true");
        assertThat(export()).isNotEqualTo(first);
    }

    /** While it prepares and when it lets everything in. */
    @ParameterizedTest
    @CsvSource({"incidents, insert, true", "tests, delete, true", "checkouts, insert, true"})
    void leavesEverythingAsItWasWhenItFails(String table, String event, String condition) {
        seeded("checkouts=6");
        String before = export();
        try (Fault fault = database.failOn(event, table, condition)) {
            JsonObject execution = seed("clear=true", "confirm=true");

            assertThat(execution.getString("state")).isEqualTo("FAILED");
            assertThat(export()).isEqualTo(before);
            assertThat(done(execution).keySet())
                    .noneMatch(what -> what.endsWith("created") || what.endsWith("cleared"));
        }
    }

    /** Whether it failed while it prepared or when it let everything in. */
    @ParameterizedTest
    @CsvSource({"seed.prepared, new.kind = 'tests'", "tests, true"})
    void goesOnWhereItWas(String table, String condition) {
        int failed;
        try (Fault fault = database.failOn("insert", table, condition)) {
            failed = seed("scale=12").getInt("id");
        }
        Reply restarted = api.post("/batch/executions/" + failed + "/restart", "");
        assertThat(restarted.status()).isEqualTo(201);

        JsonObject execution = awaitEnd(restarted.json().getInt("id"));

        assertThat(execution.getString("state")).isEqualTo("COMPLETED");
        assertThat(done(execution).get("tests created"))
                .isEqualTo(rows(Kind.TESTS))
                .isGreaterThan(4_000);
    }

    @Test
    void isNoNews() {
        int before = told();

        seeded();

        assertThat(told()).isEqualTo(before);
        given.checkout().create();
        assertThat(told()).as("what happens afterwards is").isEqualTo(before + 1);
    }

    private int told() {
        return database.count(
                """
                select (select count(*) from event.numbered where channel in ('checkouts', 'builds', 'tests', 'issues', 'incidents'))
                     + (select count(*) from event.waiting where channel in ('checkouts', 'builds', 'tests', 'issues', 'incidents'))""");
    }

    /** Adding data needs no Java. */
    @Test
    void takesADatasetOfTheInstallation() throws IOException {
        write("mine", "tests.yaml", "- {id: 'o:t1', build_id: 'o:b1', path: boot, status: DONE}");

        assertThat(seeded("dataset=mine")).containsOnlyKeys("checkouts created", "builds created", "tests created");
        assertThat(api.get("/tests/o:t1").json().getString("status")).isEqualTo("DONE");
    }

    @Test
    void writesNothingOfADatasetWithAMistake() throws IOException {
        write("mine", "tests.yaml", "- {id: 'o:t1', build_id: 'o:b2', path: boot}");

        JsonObject execution = seed("dataset=mine");

        assertThat(execution.getString("state")).isEqualTo("FAILED");
        assertThat(execution.getString("exit_status"))
                .isEqualTo("dataset mine is wrong: tests.yaml: o:t1: build_id: o:b2 is not in builds.yaml");
        assertThat(rows(Kind.CHECKOUTS)).isZero();
    }

    @Test
    void knowsNoOtherDatasets() {
        assertThat(seed("dataset=yours").getString("exit_status"))
                .isEqualTo("there is no dataset yours: it is neither shipped nor in BRIDGE_DATASETS");
    }

    @ParameterizedTest
    @CsvSource({
        "dataset, ../mine, must be a name",
        "checkouts, 0, must be a whole number from 1",
        "scale, 1000001, must be a whole number from 1",
        "seed, chance, must be a whole number",
        "clear, yes, must be true or false"
    })
    void namesTheParameterThatIsWrong(String name, String value, String message) {
        JsonObject error =
                start(JOB, Map.of(name, value)).json().getJsonArray("errors").getJsonObject(0);

        assertThat(error.getString("field")).isEqualTo("parameters." + name);
        assertThat(error.getString("message")).startsWith(message);
    }

    private void write(String dataset, String file, String text) throws IOException {
        Path folder = Files.createDirectories(bench.datasets().resolve(dataset));
        Map<String, String> files = Map.of(
                "checkouts.yaml",
                "- {id: 'o:c1', origin: o, tree_name: t, git_repository_url: 'https://e.org/l.git', git_repository_branch: b}",
                "builds.yaml",
                "- {id: 'o:b1', checkout_id: 'o:c1', origin: o, architecture: riscv}",
                "issues.yaml",
                "[]",
                "platforms.yaml",
                "{}",
                "rules.yaml",
                "{}");
        for (var one : files.entrySet()) {
            Files.writeString(folder.resolve(one.getKey()), one.getValue());
        }
        Files.writeString(folder.resolve(file), text);
    }
}
