package org.kcibridge.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/**
 * Callbacks as TuxSuite posts them, of builds and of tests in turn, each of a job of its own, all signed beforehand: whoever
 * measures how fast they are taken must not measure how fast they are made.
 */
final class CallbackPosts {

    private final TuxSuiteStandIn tuxSuite;
    private final List<Original> originals;

    private CallbackPosts(TuxSuiteStandIn tuxSuite, List<Original> originals) {
        this.tuxSuite = tuxSuite;
        this.originals = originals;
    }

    /** A callback of a job that was really asked for. */
    private record Original(String door, UUID job, String uid, String secret, String payload, JobCopies copies) {}

    /** One that can be posted. @param job its number */
    record Post(String door, int job, String path, Map<String, String> headers, byte[] body) {}

    /** Asks the bridge for a build and for a test, to have originals of what follows. */
    static CallbackPosts modelledBy(Bridge bridge, TuxSuiteStandIn tuxSuite) throws Exception {
        tuxSuite.script().silent(true);
        return new CallbackPosts(
                tuxSuite,
                List.of(
                        original(bridge, tuxSuite, "build", Orders.place(bridge, Orders.BUILDS, Orders.build(0))),
                        original(bridge, tuxSuite, "test", Orders.place(bridge, Orders.TESTS, Orders.tests(0)))));
    }

    private static Original original(Bridge bridge, TuxSuiteStandIn tuxSuite, String door, UUID job) throws Exception {
        Database database = bridge.database();
        String uid = Orders.uid(database, job);
        Patience.until("it is finished", 20, () -> tuxSuite.payload(uid)
                .getJsonObject("status")
                .getString("state")
                .equals("finished"));
        String secret = database.text("select callback_secret from job where id = '%s'".formatted(job));
        String payload = tuxSuite.payload(uid).toString();
        return new Original(door, job, uid, secret, payload, JobCopies.of(database, job));
    }

    /** Makes the jobs that so many callbacks are about. */
    void insertJobs(Database database, int first, int count) throws Exception {
        for (int which = 0; which < originals.size(); which++) {
            originals.get(which).copies().insert(database, first + which, count / originals.size(), originals.size());
        }
    }

    /** Callbacks about these jobs. */
    List<Post> posts(int first, int count) {
        List<Post> posts = new ArrayList<>(IntStream.range(first, first + count)
                .parallel()
                .mapToObj(this::post)
                .toList());
        return List.copyOf(posts);
    }

    private Post post(int number) {
        Original original = originals.get(number % originals.size());
        String job = JobCopies.id(number).toString();
        byte[] body = original.payload()
                .replace(original.uid(), JobCopies.uid(number))
                .replace(original.job().toString(), job)
                .getBytes(StandardCharsets.UTF_8);
        return new Post(
                original.door(),
                number,
                "/api/v1/tuxsuite/callback/%s?job=%s".formatted(original.door(), job),
                Map.of(
                        "x-tux-payload-signature",
                        tuxSuite.sign(body),
                        "X-KCI-Bridge-Job",
                        job + "." + original.secret()),
                body);
    }
}
