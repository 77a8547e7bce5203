package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/**
 * Where the stand-in for TuxSuite does what it is ordered, and calls back when it is done. It lives until the stand-in is
 * cleared; nothing that was ordered before leaves it after that.
 */
final class Workshop {

    private static final String UID_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CALLBACK_ATTEMPTS = 32;
    private static final long LONGEST_PAUSE = 4000;

    private final String project;
    private final URI storage;
    private final TuxSuiteScript script;
    private final CallbackSender sender;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Work> works = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final Agenda agenda = new Agenda("tuxsuite-work");

    Workshop(String project, URI storage, TuxSuiteScript script, CallbackSender sender) {
        this.project = project;
        this.storage = storage;
        this.script = script;
        this.sender = sender;
    }

    Work build(JsonObject order) {
        String uid = uid();
        var build = new BuildWork(uid, project, downloads("builds", uid), order);
        works.put(uid, build);
        BuildOutcome outcome = script.nextOutcome();
        agenda.later(script.buildTime(), () -> finish(build, () -> build.finish(outcome)));
        return build;
    }

    Work test(JsonObject order) {
        String uid = uid();
        var test = new TestWork(uid, project, downloads("tests", uid), order);
        works.put(uid, test);
        TuxRun run = script.nextRun();
        test.waitsFor()
                .flatMap(this::find)
                .ifPresentOrElse(other -> other.whenFinished(() -> follow(other, test, run)), () -> start(test, run));
        return test;
    }

    /** A test that waited for something runs only if that went well. */
    private void follow(Work before, TestWork test, TuxRun run) {
        if (before.passed()) {
            start(test, run);
        } else {
            agenda.later(Duration.ZERO, () -> finish(test, () -> test.finish(TuxRun.nothingReported())));
        }
    }

    private void start(TestWork test, TuxRun run) {
        test.provision();
        agenda.later(script.testTime().dividedBy(2), test::begin);
        agenda.later(script.testTime(), () -> finish(test, () -> test.finish(run)));
    }

    void cancel(Work work) {
        agenda.later(Duration.ZERO, () -> finish(work, work::cancel));
    }

    Optional<Work> find(String uid) {
        return Optional.ofNullable(works.get(uid));
    }

    /** The work of this uid, which has to be known. */
    <W extends Work> W get(Class<W> type, String uid) {
        return find(uid)
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new NoSuchElementException("nothing of uid " + uid + " was ordered"));
    }

    Map<String, JsonObject> all(Class<? extends Work> type) {
        return works.values().stream().filter(type::isInstance).collect(Collectors.toMap(Work::uid, Work::status));
    }

    /** Calls back once; the HTTP status, 0 where nobody answers. */
    int call(Work work) {
        int status = sender.send(work.order(), payload(work), script.era(), script.isSigning());
        if (status != 0) {
            answered.incrementAndGet();
        }
        script.afterCallback().accept(status);
        return status;
    }

    int answeredCallbacks() {
        return answered.get();
    }

    JsonObject payload(Work work) {
        return Json.createObjectBuilder()
                .add("kind", work.kind())
                .add("status", work.status())
                .build();
    }

    /** Lets nothing be finished any more and nobody be called, and waits for the calls under way. */
    void end() {
        agenda.end();
    }

    /** Stops in the middle of everything. */
    void abandon() {
        agenda.cut();
    }

    private void finish(Work work, Runnable ending) {
        if (work.isFinished()) {
            return;
        }
        ending.run();
        if (!script.isSilent() && work.order().containsKey("callback")) {
            callUntilHeard(work, 1);
        }
    }

    /** A bridge that is down for two minutes still gets its callback; one that is down for longer has to ask. */
    private void callUntilHeard(Work work, int attempt) {
        int status = call(work);
        if ((status == 0 || status >= 500) && attempt < CALLBACK_ATTEMPTS) {
            agenda.later(
                    Duration.ofMillis(Math.min(250L << (attempt - 1), LONGEST_PAUSE)),
                    () -> callUntilHeard(work, attempt + 1));
        }
    }

    private URI downloads(String kind, String uid) {
        return storage.resolve("/public/" + project + "/" + kind + "/" + uid + "/");
    }

    private String uid() {
        return "3"
                + IntStream.range(0, 26)
                        .mapToObj(i -> UID_ALPHABET.charAt(random.nextInt(UID_ALPHABET.length())))
                        .map(String::valueOf)
                        .collect(Collectors.joining());
    }
}
