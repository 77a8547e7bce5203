package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.kind.UnitTest;

/** A column that is forgotten loses what was reported in it. */
@UnitTest
class ReportTableTest {

    private static final String SCHEMA = "/org/kcibridge/submission/kcidb/schema-5.3.json";

    @Test
    void thereIsOneForEachKind() {
        assertThat(ReportTable.values()).extracting(ReportTable::kind).containsExactly(Kind.values());
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryMemberOfTheSchema(ReportTable table) {
        Set<String> members = new HashSet<>(properties(table.kind()).keySet());
        members.remove("_timestamp");

        assertThat(table.columns()).containsExactlyInAnyOrderElementsOf(members);
    }

    private static JsonObject properties(Kind kind) {
        try (var reader = Json.createReader(ReportTableTest.class.getResourceAsStream(SCHEMA))) {
            JsonObject schema = reader.readObject();
            String reference = schema.getJsonObject("properties")
                    .getJsonObject(kind.key())
                    .getJsonObject("items")
                    .getString("$ref");
            return ((JsonObject) Json.createPointer(reference.substring(1)).getValue(schema))
                    .getJsonObject("properties");
        }
    }
}
