package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CopyRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void writesAColumnForEachMember() {
        JsonObject issue = Json.createObjectBuilder()
                .add("id", "o:1")
                .add("version", 3)
                .add("origin", "o")
                .add("categories", Json.createArrayBuilder().add("a \"b\"").add("c\\d"))
                .add("culprit", Json.createObjectBuilder().add("code", true))
                .add("comment", "tab\t, line\nand \\ back\rslash")
                .build();
        CopyRows rows = new CopyRows(Kind.ISSUES);

        rows.add(
                CopyRows.cells(Kind.ISSUES, issue),
                Json.createObjectBuilder().add("version", 4).build(),
                NOW);

        assertThat(CopyRows.columns(Kind.ISSUES))
                .isEqualTo(
                        "_timestamp, id, version, origin, categories, report_url, report_subject, culprit, comment, misc");
        assertThat(rows.text())
                .isEqualTo("2026-03-01T12:00:00Z\to:1\t4\to\t{\"a \\\\\"b\\\\\"\",\"c\\\\\\\\d\"}\t\\N\t\\N"
                        + "\t{\"code\":true}\ttab\\t, line\\nand \\\\ back\\rslash\t\\N\n");
    }
}
