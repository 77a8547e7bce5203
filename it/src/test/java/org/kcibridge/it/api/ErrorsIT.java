package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.ValidationTest;

/** What a client hears that makes a mistake: which field, and why. */
@ValidationTest
class ErrorsIT extends BridgeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'master'}",
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'master','kconfig':'','fragments':[]}",
                "toolchain      | {'tree':'mainline','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'no-such-tree','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'ssh://git@example.org/x','branch':'master','kconfig':'defconfig'}",
                "tree           | {'toolchain':'gcc-14','tree':'https://me:secret@example.org/x','branch':'master','kconfig':'d'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':'a b','kconfig':'defconfig'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':7,'kconfig':'defconfig'}",
                "branch         | {'toolchain':'gcc-14','tree':'mainline','branch':'-rf','kconfig':'defconfig'}",
                "kconfig        | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'file:///etc/passwd'}",
                "fragments[0]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['a\\u0000b']}",
                "fragments[0]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['a\\ud800b']}",
                "runner         | {'runner':'other','toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d'}",
                "fragments[1]   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':['CONFIG_A=y',' ']}",
                "fragments      | {'toolchain':'gcc-14','tree':'mainline','branch':'m','fragments':'CONFIG_A=y'}",
                "git_sha        | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d','git_sha':'abc'}",
                "architecture   | {'toolchain':'gcc-14','tree':'mainline','branch':'m','kconfig':'d','architecture':'RISC V'}"
            })
    void namesTheFieldThatBreaksTheContract(String field, String body) {
        Reply reply = api.post("/builds/run", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
        assertThat(api.items("/jobs")).isEmpty();
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(api.build(Map.of("colour", "blue")).status()).isEqualTo(201);
    }
}
