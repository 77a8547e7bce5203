package org.kcibridge.it.run;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.it.standin.TuxSuiteStandIn;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** Stand-ins for TuxSuite and KCIDB, and the settings that lead the bridge to them instead of the real ones. */
final class Sandbox implements AutoCloseable {

    private static final String NAME = "sandbox";
    private static final Duration WORK_TIME = Duration.ofSeconds(3);

    private final String tuxsuiteToken = secret();
    private final String kcidbToken = secret();
    private final TuxSuiteStandIn tuxsuite = new TuxSuiteStandIn(tuxsuiteToken, NAME, NAME);
    private final KcidbSchema schema = new KcidbSchema();
    private final KcidbStandIn kcidb = new KcidbStandIn(kcidbToken, schema::violations);

    Sandbox() {
        tuxsuite.script().buildTime(WORK_TIME).testTime(WORK_TIME);
    }

    Map<String, String> environment() {
        return Map.of(
                "BRIDGE_ENVIRONMENT",
                "sandbox",
                "TUXSUITE_TOKEN",
                tuxsuiteToken,
                "TUXSUITE_GROUP",
                NAME,
                "TUXSUITE_PROJECT",
                NAME,
                "TUXAPI_URL",
                tuxsuite.url().toString(),
                "TUXSUITE_PUBLIC_KEYS",
                tuxsuite.publicKey(),
                "KCIDB_SUBMIT_URL",
                kcidb.submitUrl().toString(),
                "KCIDB_TOKEN",
                kcidbToken);
    }

    URI documentsUrl() {
        return kcidb.documentsUrl();
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        tuxsuite.close();
        kcidb.close();
    }
}
