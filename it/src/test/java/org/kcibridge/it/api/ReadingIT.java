package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.builders.Row;
import org.kcibridge.it.builders.RowBuilder;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** What has been reported is there for everybody to read, under KCIDB's names. */
@IntegrationTest
class ReadingIT extends BridgeTest {

    static Stream<Named<Function<Given, RowBuilder>>> kinds() {
        return Stream.of(
                Named.of("checkouts", Given::checkout),
                Named.of("builds", Given::build),
                Named.of("tests", Given::test),
                Named.of("issues", Given::issue),
                Named.of("incidents", Given::incident));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void showsARowAsItIs(Function<Given, RowBuilder> kind) {
        Row row = kind.apply(given).create();

        assertThat(api.get(path(row)).json()).isEqualTo(withoutNulls(row.json()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void listsTheNewestFirst(Function<Given, RowBuilder> kind) {
        Row older = kind.apply(given)
                .with("_timestamp", "2026-01-01T00:00:00+00:00")
                .create();
        Row newer = kind.apply(given)
                .with("_timestamp", "2026-01-02T00:00:00+00:00")
                .create();

        assertThat(api.items("/" + older.table()))
                .containsExactly(withoutNulls(newer.json()), withoutNulls(older.json()));
    }

    /** An id may hold anything, slashes included. */
    @ParameterizedTest
    @MethodSource("kinds")
    void findsAnIdWithSlashes(Function<Given, RowBuilder> kind) {
        Row row = kind.apply(given).with("id", "riscv:a/b/../c d").create();

        assertThat(api.get("/" + row.table() + "/riscv:a%2Fb%2F..%2Fc%20d")
                        .json()
                        .getString("id"))
                .isEqualTo(row.id());
    }

    private static String path(Row row) {
        return "/" + row.table() + "/" + row.id();
    }

    private static JsonObject withoutNulls(JsonObject row) {
        var known = Json.createObjectBuilder();
        row.forEach((column, value) -> {
            if (value != JsonValue.NULL) {
                known.add(column, value);
            }
        });
        return known.build();
    }
}
