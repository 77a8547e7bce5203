package org.kcibridge.it.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Who gets a callback in, and what becomes of one that cannot be applied. */
@IntegrationTest
class CallbackIT extends BridgeTest {

    private static final String SIGNATURE = "x-tux-payload-signature";
    private static final String SECRET = "X-KCI-Bridge-Job";

    private final ApiClient stranger = api.with(null);
    private String job;
    private String uid;

    @BeforeEach
    void haveABuildUnderWay() {
        tuxSuite.script().buildTime(Duration.ofHours(1));
        job = scheduleBuild(Map.of());
        uid = job(job).getString("runner_uid");
    }

    @Test
    void turnsAwayACallbackThatProvesNothing() {
        assertThat(stranger.post(door(), payload(uid)).status()).isEqualTo(401);
        assertThat(stranger.post(door(), payload(uid), SECRET, job + ".guessed").status())
                .isEqualTo(401);
        assertThat(stranger.post(door(), payload(uid), SECRET, "nonsense").status())
                .isEqualTo(401);
        assertThat(stranger.post(door(), payload(uid), SIGNATURE, "AAAA").status())
                .isEqualTo(401);

        assertThat(database.count("select count(*) from callback")).isZero();
    }

    @Test
    void turnsAwayASignatureOverAnotherBody() {
        String signature = tuxSuite.sign(payload(uid).getBytes(StandardCharsets.UTF_8));

        assertThat(stranger.post(door(), payload("another"), SIGNATURE, signature)
                        .status())
                .isEqualTo(401);
        assertThat(stranger.post(door(), payload(uid), SIGNATURE, signature).status())
                .isEqualTo(204);
    }

    @Test
    void doesNotLetASecretOpenAnotherJob() {
        String other = scheduleBuild(Map.of("branch", "other"));

        assertThat(stranger.post("/tuxsuite/callback/build?job=" + other, payload(uid), SECRET, secret())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void quarantinesNewsOfAnotherBuildUnderThisJobsSecret() {
        assertThat(stranger.post(door(), payload("2someoneElses"), SECRET, secret())
                        .status())
                .isEqualTo(204);

        awaitCallback("QUARANTINED");
        assertThat(job(job).getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void quarantinesWhatCannotBeRead() {
        assertThat(stranger.post(door(), "{\"kind\":", SECRET, secret()).status())
                .isEqualTo(204);

        awaitCallback("QUARANTINED");
        assertThat(database.value("select reason from callback")).isEqualTo("the body is not JSON");
    }

    @Test
    void parksACallbackThatOvertakesUsAndAppliesItLater() {
        String body = payload(uid);
        UUID id = UUID.fromString(job);
        database.update("update job set runner_uid = 'not-yet-known' where id = ?", id);

        assertThat(stranger.post("/tuxsuite/callback/build", body, SIGNATURE, sign(body))
                        .status())
                .isEqualTo(204);
        awaitCallback("PARKED");
        database.update("update job set runner_uid = ? where id = ?", uid, id);
        database.update("update callback set due_at = now()");

        awaitDelivery(job);
        awaitCallback("APPLIED");
    }

    /** The address is not signed: a wrong one leads neither to another job nor to the loss of the callback. */
    @Test
    void findsTheJobOfASignedCallbackByWhatIsSigned() {
        String body = payload(uid);
        String nowhere = "/tuxsuite/callback/build?job=" + UUID.randomUUID();

        assertThat(stranger.post(nowhere, body, SIGNATURE, sign(body)).status()).isEqualTo(204);

        awaitDelivery(job);
    }

    @Test
    void triesAQuarantinedCallbackAnewWhenItComesByTheRightWay() {
        String other = scheduleBuild(Map.of("branch", "other"));
        String othersSecret =
                other + "." + database.value("select callback_secret from job where id = ?", UUID.fromString(other));
        stranger.post("/tuxsuite/callback/build", payload(uid), SECRET, othersSecret);
        awaitCallback("QUARANTINED");

        assertThat(stranger.post(door(), payload(uid), SECRET, secret()).status())
                .isEqualTo(204);

        awaitDelivery(job);
    }

    /** The address names a job that is gone, or not committed yet; the signature is proof enough to keep it. */
    @Test
    void parksSignedNewsOfAJobItDoesNotKnow() {
        String body = payload("3nobodyKnows");

        assertThat(stranger.post("/tuxsuite/callback/build?job=" + UUID.randomUUID(), body, SIGNATURE, sign(body))
                        .status())
                .isEqualTo(204);

        awaitCallback("PARKED");
    }

    @Test
    void quarantinesAParkedCallbackAfterADay() {
        String body = payload("3nobodyKnows");
        stranger.post("/tuxsuite/callback/build", body, SIGNATURE, sign(body));
        awaitCallback("PARKED");

        database.update("update callback set received_at = now() - interval '25 hours', due_at = now()");

        awaitCallback("QUARANTINED");
    }

    @Test
    void ignoresKindsItNeverAskedFor() {
        assertThat(stranger.post(door(), "{\"kind\":\"plan\",\"status\":{\"uid\":\"p\"}}", SECRET, secret())
                        .status())
                .isEqualTo(204);

        awaitCallback("IGNORED");
    }

    @Test
    void refusesABodyBeyondMeasure() {
        String huge = "x".repeat(11 * 1024 * 1024);

        assertThat(stranger.post(door(), huge, SECRET, secret()).status()).isEqualTo(413);
    }

    private String door() {
        return "/tuxsuite/callback/build?job=" + job;
    }

    private String secret() {
        return job + "." + database.value("select callback_secret from job where id = ?", UUID.fromString(job));
    }

    private String sign(String body) {
        return tuxSuite.sign(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A finished build in as few words as TuxSuite ever uses. */
    private static String payload(String uid) {
        return """
                {"kind": "build", "status": {"uid": "%s", "state": "finished", "build_status": "fail", "result": "fail",
                 "git_repo": "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git", "git_ref": "master",
                 "git_sha": "0123456789abcdef0123456789abcdef01234567", "target_arch": "riscv", "toolchain": "gcc-14",
                 "kconfig": ["defconfig"], "download_url": "https://storage.example.org/b/", "duration": 12}}"""
                .formatted(uid);
    }

    private void awaitCallback(String state) {
        await("the callback is " + state)
                .atMost(PATIENCE)
                .until(() -> database.value("select state from callback"), state::equals);
    }
}
