package org.kcibridge.runner.tuxsuite;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.report.Report;
import org.kcibridge.runner.Assignment;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.News;
import org.kcibridge.runner.Order;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.runner.TestOrder;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.runner.Verdict;
import org.kcibridge.settings.BridgeSettings;

/** TuxSuite as a runner. The words on the wire are those of its public client. */
@ApplicationScoped
public class TuxSuiteRunner implements Runner {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    TuxSuiteClient client;

    @Inject
    TuxSuiteSettings settings;

    @Inject
    TestFiles files;

    @Inject
    BridgeSettings bridge;

    @Inject
    DatabaseClock clock;

    private PublishedKeys published;

    @PostConstruct
    void knowWhereKeysAre() {
        published = new PublishedKeys(client::keys, clock::now);
    }

    @Override
    public String code() {
        return "tuxsuite";
    }

    @Override
    public String order(Order order, ReturnAddress address) {
        JsonObject taken = order instanceof TestOrder test
                ? client.test(OrderJson.of(test, address))
                : client.build(OrderJson.of((BuildOrder) order, address));
        return new BuildStatus(taken).uid().orElseThrow(() -> new RunnerUnavailable("TuxSuite's answer names no uid"));
    }

    @Override
    public byte[] ask(Order order, String uid) {
        return JSON.createObjectBuilder()
                .add("kind", order instanceof TestOrder ? "test" : "build")
                .add("status", client.status(resource(order), uid))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void cancel(Order order, String uid) {
        client.cancel(resource(order), uid);
    }

    private static String resource(Order order) {
        return order instanceof TestOrder ? "tests" : "builds";
    }

    /** Configured keys are all there are; without them TuxSuite is asked for those that it publishes. */
    @Override
    public Optional<Boolean> signed(byte[] body, String signature) {
        try {
            byte[] text = TuxSuiteCallback.signedText(body);
            return settings.keys().isPresent()
                    ? settings.keys().map(keys -> keys.verifies(signature, text))
                    : published.verify(signature, text);
        } catch (UnreadableCallback nothingToSign) {
            return settings.keys().map(keys -> false);
        }
    }

    @Override
    public News read(byte[] body) {
        TuxSuiteCallback callback = TuxSuiteCallback.read(body);
        BuildStatus status = new BuildStatus(callback.status());
        return new News(
                callback.subject(),
                callback.kind(),
                status.uid(),
                status.text("client_token").flatMap(TuxSuiteRunner::uuid),
                callback.status());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public Evidence gather(News news, Assignment assignment) {
        TestStatus test = new TestStatus(news.status());
        boolean brokeDown = TestVerdict.of(test) instanceof TestVerdict.Final end && end.brokeDown();
        return files.fetch(test, !brokeDown);
    }

    @Override
    public Verdict judge(News news, Assignment assignment, Evidence evidence) {
        return assignment.order() instanceof BuildOrder order
                ? judge(new BuildStatus(news.status()), order, assignment)
                : judge(new TestStatus(news.status()), (TestOrder) assignment.order(), assignment, evidence);
    }

    private Verdict judge(BuildStatus status, BuildOrder order, Assignment assignment) {
        if (BuildVerdict.of(status) instanceof BuildVerdict.Pending pending) {
            return new Verdict.TooEarly(pending.reason());
        }
        return new Verdict.Final(
                BuildReport.of(status, order, assignment.requestedAt(), assignment.origin(), bridge.trees()));
    }

    private Verdict judge(TestStatus status, TestOrder order, Assignment assignment, Evidence evidence) {
        if (TestVerdict.of(status) instanceof TestVerdict.Pending pending) {
            return new Verdict.TooEarly(pending.reason());
        }
        return evidence instanceof TestEvidence files
                ? new Verdict.Final(TestReport.of(
                        status,
                        order,
                        assignment.requestedAt(),
                        assignment.origin(),
                        files.resultsFile(),
                        files.logFile()))
                : new Verdict.NeedsEvidence();
    }

    @Override
    public Report lost(Assignment assignment) {
        String uid = assignment.uid().orElse(null);
        return assignment.order() instanceof BuildOrder build
                ? BuildReport.lost(build, uid, assignment.requestedAt(), assignment.origin(), bridge.trees())
                : TestReport.lost((TestOrder) assignment.order(), uid, assignment.requestedAt(), assignment.origin());
    }
}
