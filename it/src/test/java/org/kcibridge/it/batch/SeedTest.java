package org.kcibridge.it.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.Kind;
import org.postgresql.PGConnection;

/** What tests of seeding begin with. */
abstract class SeedTest extends BatchTest {

    static final String JOB = "seed-test-data";

    private static final Map<String, String> ALWAYS = Map.of("now", "2026-03-01T12:00:00Z");

    JsonObject seed(String... parameters) {
        Map<String, String> all = new TreeMap<>(ALWAYS);
        for (String parameter : parameters) {
            all.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return run(JOB, all);
    }

    /** Seeds, and expects that nothing is in the way. @return what was done */
    Map<String, Integer> seeded(String... parameters) {
        JsonObject execution = seed(parameters);
        assertThat(execution.getString("state")).as(execution.toString()).isEqualTo("COMPLETED");
        return done(execution);
    }

    Map<String, Integer> done(JsonObject execution) {
        Map<String, Integer> done = new TreeMap<>();
        execution.getJsonObject("done").forEach((what, amount) -> done.put(what, Integer.parseInt(amount.toString())));
        return done;
    }

    int rows(Kind kind) {
        return database.count("select count(*) from " + kind.key());
    }

    /** What all rows of the report come to, to the byte. */
    String export() {
        StringWriter export = new StringWriter();
        try (Connection connection = database.worker().connect()) {
            for (Kind kind : Kind.values()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from %s order by id) to stdout".formatted(kind.key()), export);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Sha256.hex(export.toString());
    }
}
