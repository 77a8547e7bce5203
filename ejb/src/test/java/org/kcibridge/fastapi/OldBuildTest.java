package org.kcibridge.fastapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** An old build is told of as TuxSuite would have told of it. */
@UnitTest
class OldBuildTest {

    private static final String FOLDER = "https://storage.tuxsuite.com/builds/2vim/";

    private final JsonObjectBuilder row = Json.createObjectBuilder()
            .add("uid", "2vim")
            .add("toolchain", "gcc-13")
            .add("tree", "https://git.example.org/linux.git")
            .add("branch", "master")
            .addNull("kconfig")
            .add("fragments", Json.createArrayBuilder().add("CONFIG_KASAN=y").add("CONFIG_KASAN=y"))
            .add("scheduled_at", "2025-04-14T13:14:48.701202");

    @Test
    void isAskedForAsClientsOfOursAsk() {
        var request = new OldBuild(row.build()).request().orElseThrow();

        assertThat(request.kconfig()).isNull();
        assertThat(request.fragments()).containsExactly("CONFIG_KASAN=y");
        assertThat(request.architecture()).isEqualTo("riscv");
    }

    @Test
    void wasOrderedInUtc() {
        assertThat(new OldBuild(row.build()).orderedAt()).isEqualTo(Instant.parse("2025-04-14T13:14:48.701202Z"));
        assertThat(new OldBuild(row.add("scheduled_at", "2025-04-14T15:14:48+02:00")
                                .build())
                        .orderedAt())
                .isEqualTo(Instant.parse("2025-04-14T13:14:48Z"));
    }

    @Test
    void tellsWhereItsFilesAre() {
        row.add("status", "pass").add("kernel_image", FOLDER + "Image.gz").add("modules", FOLDER + "modules.tar.xz");

        JsonObject status = status();

        assertThat(status.getString("download_url")).isEqualTo(FOLDER);
        assertThat(status.getValue("/tuxmake_metadata/results/artifacts/kernel"))
                .hasToString("[\"Image.gz\",\"modules.tar.xz\"]");
    }

    /** The old service put the folder's address and a file's name together, whether there was a name or not. */
    @ParameterizedTest
    @ValueSource(strings = {"None", FOLDER, ""})
    void namesNoFileThatIsNone(String kernel) {
        row.add("status", "fail")
                .add("kernel_image", kernel)
                .add("modules", "https://elsewhere.example.org/modules.tar.xz");

        assertThat(status().toString()).doesNotContain("elsewhere", "None\"", "\"\"");
    }

    @Test
    void isNotOverWithoutAResult() {
        assertThat(new OldBuild(row.build()).callback()).isEmpty();
    }

    private JsonObject status() {
        byte[] callback = new OldBuild(row.build()).callback().orElseThrow();
        return OldRow.parse(new String(callback, StandardCharsets.UTF_8)).getJsonObject("status");
    }
}
