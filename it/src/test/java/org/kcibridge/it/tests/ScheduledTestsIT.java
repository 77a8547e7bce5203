package org.kcibridge.it.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** A kernel is to be booted or tested: TuxSuite gets what nobody has run yet, once, and in its own words. */
@IntegrationTest
class ScheduledTestsIT extends TestedKernel {

    @Test
    void ordersTestsInTuxSuitesWords() {
        JsonObject modules = with(request("ltp-smoke", "kselftest-seccomp"), "modules_url", KERNEL + ".modules");

        Reply reply = ask(with(modules, "device", "qemu-arm64"));

        String job = reply.json().getString("id");
        assertThat(reply.header("Location")).isEqualTo(api.uri("/jobs/" + job).toString());
        assertThat(reply.json().getString("kind")).isEqualTo("TEST");
        assertThat(reply.json().getString("state")).isEqualTo("SUBMITTED");
        assertThat(reply.json().getString("build_id")).isEqualTo(BUILD);
        JsonObject order = lastOrder();
        assertThat(order.keySet())
                .containsExactlyInAnyOrder(
                        "device", "kernel", "modules", "tests", "is_public", "callback", "callback_headers");
        assertThat(order.getString("device")).isEqualTo("qemu-arm64");
        assertThat(order.getString("kernel")).isEqualTo(KERNEL);
        assertThat(order.getString("modules")).isEqualTo(KERNEL + ".modules");
        assertThat(tests(order)).containsExactly("ltp-smoke", "kselftest-seccomp");
        assertThat(order.getString("callback"))
                .isEqualTo(api.uri("/tuxsuite/callback/test?job=" + job).toString());
        assertThat(order.getJsonObject("callback_headers").getString(SECRET)).isEqualTo(secretOf(job));
    }

    /** TuxSuite boots in any case, and refuses {@code boot} as a test. */
    @Test
    void neverOrdersABootAsATest() {
        String alone = scheduleBoot();
        JsonObject first = lastOrder();
        String among = ask(with(request("boot", "ltp-smoke"), "device", "qemu-arm64"))
                .json()
                .getString("id");

        assertThat(first.keySet()).doesNotContain("tests");
        assertThat(first.getString("callback")).contains("/tuxsuite/callback/boot?");
        assertThat(job(alone).getString("kind")).isEqualTo("BOOT");
        assertThat(tests(lastOrder())).containsExactly("ltp-smoke");
        assertThat(job(among).getString("kind")).isEqualTo("TEST");
    }

    /** kcidb.md, section 3: the client in the field sends "" for no modules, and its token in the address. */
    @Test
    void takesWhatClientsInTheFieldSend() {
        JsonObject request = with(request("ltp-smoke"), "modules_url", "");
        String login = Base64.getEncoder().encodeToString(("lab:" + api.token()).getBytes(StandardCharsets.UTF_8));

        Reply reply = api.with(null).post("/tests/run", request.toString(), "Authorization", "Basic " + login);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.response().body()).isEmpty();
        assertThat(reply.header("Location")).startsWith(api.uri("/jobs/").toString());
        assertThat(lastOrder().keySet()).doesNotContain("modules");
        JsonObject job = api.items("/jobs").get(0);
        assertThat(job.getString("runner")).isEqualTo("tuxsuite");
        assertThat(job.getJsonObject("request").getString("device")).isEqualTo("qemu-riscv64");
        assertThat(job.getJsonObject("request").getString("architecture")).isEqualTo("riscv");
    }

    @Test
    void leavesOutWhatIsUnderWay() {
        scheduleLong("ltp-smoke", "kunit");

        Reply again = ask(request("kunit", "ltp-smoke"));
        Reply more = ask(request("ltp-smoke", "kselftest-net", "kunit"));

        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("Location")).isNull();
        assertThat(more.json().getJsonObject("request").getJsonArray("tests").getValuesAs(JsonString::getString))
                .containsExactly("kselftest-net");
        assertThat(tuxSuite.testOrders())
                .extracting(ScheduledTestsIT::tests)
                .containsExactly(List.of("ltp-smoke", "kunit"), List.of("kselftest-net"));
    }

    @Test
    void runsTheSameTestOnAnotherDeviceAndOfAnotherBuild() {
        scheduleLong("ltp-smoke");

        assertThat(ask(with(request("ltp-smoke"), "device", "qemu-arm64")).status())
                .isEqualTo(201);
        assertThat(ask(with(request("ltp-smoke"), "build_id", "maestro:another"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void runsNothingTwiceThatIsReported() {
        String job = schedule("ltp-smoke");
        awaitJob(job, "FINISHED");

        assertThat(ask(request("ltp-smoke")).status()).isEqualTo(204);
        assertThat(tuxSuite.testOrders()).hasSize(1);
    }

    @Test
    void runsReportedTestsAgainWhenAnOperatorReleasesThem() {
        String job = schedule("ltp-smoke");
        awaitJob(job, "FINISHED");

        assertThat(api.post("/jobs/" + job + "/release", "").status()).isEqualTo(204);

        assertThat(ask(request("ltp-smoke")).status()).isEqualTo(201);
    }

    /** kcidb.md, section 3, fault 19: requests at the same time paid twice, and failed. */
    @Test
    void makesOneJobOfAHundredEqualRequests() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));
        JsonObject tests = request("ltp-smoke", "kunit");

        List<Integer> answers = atOnce(IntStream.range(0, 100)
                .mapToObj(i -> i % 2 == 0 ? tests : boot())
                .toList());

        assertThat(answers).hasSize(100).containsOnly(201, 204);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(2);
        assertThat(api.items("/jobs"))
                .extracting(job -> job.getString("kind"))
                .containsExactlyInAnyOrder("TEST", "BOOT");
        await("both are ordered")
                .atMost(PATIENCE)
                .until(() -> tuxSuite.testOrders().size() == 2);
    }

    /** kcidb.md, section 3, fault 19. */
    @Test
    void splitsListsThatOverlap() throws Exception {
        tuxSuite.script().testTime(Duration.ofHours(1));
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "suite-" + i).toList();

        List<Integer> answers = atOnce(IntStream.range(0, 40)
                .mapToObj(i -> request(IntStream.range(0, 6)
                        .mapToObj(j -> names.get((i + j) % names.size()))
                        .toArray(String[]::new)))
                .toList());

        assertThat(answers).containsOnly(201, 204);
        await("all are ordered").atMost(PATIENCE).until(() -> ordered().size() >= names.size());
        assertThat(ordered()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void passesARefusalOnAndReleasesTheClaims() {
        tuxSuite.script().refuseNext(400, "no such device");

        Reply refused = ask(request("ltp-smoke"));

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.json().getString("detail")).contains("no such device");
        assertThat(api.items("/jobs")).extracting(job -> job.getString("state")).containsExactly("REJECTED");
        assertThat(ask(request("ltp-smoke")).status()).as("asked again").isEqualTo(201);
    }

    /** kcidb.md, section 3, fault 19: what is taken is stored before TuxSuite is called. */
    @Test
    void keepsAJobWhileTheRunnerIsAway() {
        tuxSuite.script().answerNext(Answer.unavailable(Duration.ZERO));
        Reply taken = ask(request("ltp-smoke"));
        assertThat(taken.json().getString("state")).isEqualTo("REQUESTED");

        database.clock().advance(Duration.ofMinutes(20));

        assertThat(outcomes(taken.json().getString("id"))).contains("boot=PASS").hasSize(4);
    }

    /** kcidb.md, section 3, fault 20: a test whose result got lost could never be run again. */
    @Test
    void reportsWhatIsLostAsMissedOnceAndLetsItBeRunAgain() {
        String job = scheduleLong("ltp-smoke");

        database.update("update job set due_at = now(), attempts = 3");

        assertThat(outcomes(job)).containsExactly("boot=MISS", "ltp=MISS");
        assertThat(job(job).getString("state")).isEqualTo("LOST");
        assertThat(api.items("/tests")).hasSize(2);
        assertThat(kcidb.documents()).hasSize(1);
        assertThat(ask(request("ltp-smoke")).status()).as("asked again").isEqualTo(201);
    }

    /** kcidb.md, section 3, fault 20: nobody was asked, so that a callback that got lost was a result that got lost. */
    @Test
    void asksARunnerThatStaysSilent() {
        tuxSuite.script().silent(true);
        String job = schedule("ltp-smoke");

        database.clock().advance(Duration.ofHours(7));

        assertThat(outcomes(job)).contains("boot=PASS").hasSize(4);
        assertThat(database.value("select proof from callback")).isEqualTo("ASKED");
    }

    private List<Integer> atOnce(List<JsonObject> requests) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<Integer> answers = new ArrayList<>();
            List<Callable<Integer>> calls = requests.stream()
                    .map(request -> (Callable<Integer>) () -> ask(request).status())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> ordered() {
        return tuxSuite.testOrders().stream()
                .flatMap(order -> tests(order).stream())
                .toList();
    }

    private static List<String> tests(JsonObject order) {
        return Stream.ofNullable(order.getJsonArray("tests"))
                .flatMap(tests -> tests.getValuesAs(JsonString::getString).stream())
                .toList();
    }
}
