package org.kcibridge.runner.tuxsuite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
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

    @Inject
    TuxSuiteClient client;

    @Inject
    TuxSuiteSettings settings;

    @Inject
    TestFiles files;

    @Inject
    BridgeSettings bridge;

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
        return Json.createObjectBuilder()
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

    @Override
    public Optional<Boolean> signed(byte[] body, String signature) {
        return settings.keys().map(keys -> verifies(keys, signature, body));
    }

    private static boolean verifies(SigningKeys keys, String signature, byte[] body) {
        try {
            return keys.verifies(signature, TuxSuiteCallback.signedText(body));
        } catch (UnreadableCallback nothingToSign) {
            return false;
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
