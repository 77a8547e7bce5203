package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Fault;
import org.kcibridge.kind.IntegrationTest;

/** Submissions lie in a folder; each test has its own. */
@IntegrationTest
class ImportIT extends BatchTest {

    private static final String JOB = "import-kcidb";

    private final String name = UniqueId.of("import").replace(':', '_');
    private final Path folder = bench.imports().resolve(name);

    @Test
    void takesWhatIsGoodAndSaysWhatIsNot() throws IOException {
        write("a.json", tests("5", "'o:t1', 'status': 'PASS'", "'o:t2', 'status': 'FAIL'"));
        write("b.json", tests("5", "'o:t3', 'status': 'GOOD'"));
        write("c.json", "{");
        write("d.json", tests("5", "'o:t4', 'status': 'SKIP'"));
        write("e.json.temp", "{\"version\"");
        write("notes.txt", "not mine");

        JsonObject execution = run();

        assertThat(execution.getString("state")).isEqualTo("COMPLETED");
        assertThat(execution.getString("exit_status")).isEqualTo("2 files failed, 2 files imported, 3 tests new");
        assertThat(database.value("select string_agg(id || ' ' || status, ', ' order by id) from tests"))
                .isEqualTo("o:t1 PASS, o:t2 FAIL, o:t4 SKIP");
        assertThat(names("")).containsExactly("archive", "e.json.temp", "failed", "notes.txt");
        assertThat(names("archive")).containsExactly("a.json", "d.json");
        assertThat(names("failed")).containsExactly("b.json", "b.json.reason.txt", "c.json", "c.json.reason.txt");
        assertThat(folder.resolve("failed/b.json.reason.txt"))
                .content()
                .startsWith("/tests/0/status: does not have a value");
        assertThat(database.count("select count(*) from submission"))
                .as("KCIDB has it from others")
                .isZero();
    }

    /** Among twenty good ones that are stored together. */
    @Test
    void letsNoBadFileSpoilAnother() throws IOException {
        for (int file = 0; file < 25; file++) {
            String number = file == 7 ? "-1e400" : Integer.toString(file);
            write("%02d.json".formatted(file), tests("5", "'o:t%d', 'number': {'value': %s}".formatted(file, number)));
        }
        try (Fault fault = database.failOn("insert", "tests", "new.id = 'o:t9'")) {
            write("09.json", tests("5", "'o:t9', 'start_time': '9999-12-31T23:59:59-15:59'"));
            JsonObject execution = run();

            assertThat(execution.getString("state"))
                    .as("what is no fault of the file is one of the job")
                    .isEqualTo("FAILED");
        }
        assertThat(names("failed")).doesNotContain("09.json");

        run();

        assertThat(database.count("select count(*) from tests")).isEqualTo(24);
        assertThat(names("failed")).containsExactly("07.json", "07.json.reason.txt");
    }

    @Test
    void namesWhatTheDatabaseRefuses() throws IOException {
        write("a.json", tests("5", "'o:t1', 'duration': 1"));
        write("b.json", tests("5", "'o:%s', 'duration': 1".formatted(incompressible(1_990))));
        database.update("create unique index one_duration on tests (duration)");
        try {
            assertThat(run().getString("exit_status")).isEqualTo("1 files failed, 1 files imported, 1 tests new");
        } finally {
            database.update("drop index one_duration");
        }
        assertThat(Stream.of("a", "b")
                        .filter(one -> Files.exists(folder.resolve("failed/" + one + ".json.reason.txt"))))
                .singleElement()
                .satisfies(failed -> assertThat(folder.resolve("failed/" + failed + ".json.reason.txt"))
                        .content()
                        .startsWith("the database refuses it: ")
                        .contains("one_duration"));
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        String filling = "x".repeat(9 << 20);
        write("a.json", tests("5", "'o:t1', 'comment': '%s'".formatted(filling)));
        write("b.json", tests("5", "'o:t2', 'comment': '%s'".formatted(filling)));
        write("c.json", tests("5", "'o:t3', 'comment': '%s%s'".formatted(filling, filling)));

        assertThat(run().getString("exit_status")).isEqualTo("1 files failed, 2 files imported, 2 tests new");
        assertThat(folder.resolve("failed/c.json.reason.txt")).hasContent("it is larger than 16 MiB");
    }

    @Test
    void keepsFirstValuesAndFillsGaps() throws IOException {
        write("1.json", tests("5", "'o:t1', 'path': 'boot'"));
        run();
        write("2.json", tests("5", "'o:t1', 'path': 'other', 'status': 'PASS'", "'o:t2'"));

        assertThat(run().getString("exit_status")).isEqualTo("1 files imported, 1 tests known, 1 tests new");
        write("3.json", tests("5", "'o:t1', 'status': 'FAIL'"));
        run();

        assertThat(database.value("select path || ' ' || status from tests where id = 'o:t1'"))
                .isEqualTo("boot PASS");
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        write("1.json", tests("4", "'o:t1', 'waived': true", "'o:t2', 'status': 'PASS'"));
        run();
        String before = database.value("select string_agg(t::text, '|' order by id) from tests t");
        write("1.json", tests("4", "'o:t1', 'waived': true", "'o:t2', 'status': 'PASS'"));

        assertThat(run().getString("exit_status")).isEqualTo("1 files imported, 2 tests known");
        assertThat(database.value("select string_agg(t::text, '|' order by id) from tests t"))
                .isEqualTo(before);
    }

    @Test
    void letsOrphansJoinTheirParents() throws IOException {
        write("1.json", tests("5", "'o:t1', 'status': 'PASS'"));
        run();
        assertThat(database.count("select count(*) from aggregate.checkout")).isZero();
        write(
                "2.json",
                "{'version': {'major': 4, 'minor': 5}, 'checkouts': [{'id': 'o:c', 'origin': 'o'}],"
                        + " 'builds': [{'id': 'o:b', 'origin': 'o', 'checkout_id': 'o:c', 'valid': true}]}");

        assertThat(run().getString("exit_status")).isEqualTo("1 builds new, 1 checkouts new, 1 files imported");
        assertThat(database.value("select string_agg(kind || pass, ' ' order by kind) from aggregate.checkout"))
                .isEqualTo("builds1 tests1");
    }

    @Test
    void saysWhenThereIsNoSuchFolder() throws IOException {
        Files.createSymbolicLink(bench.imports().resolve(name + "-link"), bench.folder());

        assertThat(importing(name).getString("exit_status")).isEqualTo(name + " is no folder in BRIDGE_IMPORT_FOLDER");
        assertThat(importing(name + "-link").getString("exit_status"))
                .isEqualTo(name + "-link is no folder in BRIDGE_IMPORT_FOLDER");
        Reply outside = start(JOB, Map.of("folder", "../datasets"));
        assertThat(outside.status()).isEqualTo(422);
    }

    private JsonObject run() {
        return importing(name);
    }

    private JsonObject importing(String from) {
        return run(JOB, Map.of("folder", from));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file), text.replace('\'', '"'));
    }

    /** @param tests each an id, and members after it */
    private static String tests(String major, String... tests) {
        return Stream.of(tests)
                .map(test -> "{'origin': 'o', 'build_id': 'o:b', 'id': %s}".formatted(test))
                .collect(java.util.stream.Collectors.joining(
                        ", ", "{'version': {'major': %s}, 'tests': [".formatted(major), "]}"));
    }

    private static String incompressible(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(UniqueId.of("x").replace(':', '_'));
        }
        return text.substring(0, length);
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
