package org.kcibridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class JobSecretTest {

    private static final UUID JOB = UUID.fromString("6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10");

    @Test
    void isReadFromTheHeader() {
        assertThat(JobSecret.read(JOB + ".s")).contains(new JobSecret(JOB, "s"));
        assertThat(JobSecret.read(JOB + ".s3cr3t.with.dots")).contains(new JobSecret(JOB, "s3cr3t.with.dots"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10",
                "6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10.",
                "6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10:s3cr3t",
                "6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7dxy.s3cr3t",
                "s3cr3t.6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10"
            })
    void isNotMadeUpFromAnythingElse(String header) {
        assertThat(JobSecret.read(header)).isEmpty();
    }

    @Test
    void isNotPrinted() {
        assertThat(new JobSecret(JOB, "s3cr3t")).hasToString("secret of job " + JOB);
    }

    /** TuxSuite repeats the headers it was given along with the order. */
    @Test
    void isMadeUnreadableWhereARunnerRepeatsIt() {
        String secret = "kLJ5cS0wdmYxoo3dU9PlPfHh-Zg2t8mSn_6TzE1rQwA";
        String body = "{\"callback_headers\": {\"X\": \"%s.%s\"}, \"name\": \"Öl\", \"log\": \"%s.txt\"}";

        assertThat(masked(body.formatted(JOB, secret, JOB))).isEqualTo(body.formatted(JOB, "***", JOB));
    }

    private static String masked(String body) {
        return new String(JobSecret.masked(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
