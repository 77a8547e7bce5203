package org.kcibridge.runner.tuxsuite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.report.Report;
import org.kcibridge.runner.Assignment;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.News;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerUnavailable;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.runner.Verdict;
import org.kcibridge.settings.BridgeSettings;

/** TuxSuite as a runner. The words on the wire are those of its public client. */
@ApplicationScoped
public class TuxSuiteRunner implements Runner {

    /** The configuration TuxSuite begins with when a client names fragments only. */
    private static final String PLAIN_CONFIG = "defconfig";

    @Inject
    TuxSuiteClient client;

    @Inject
    TuxSuiteSettings settings;

    @Inject
    BridgeSettings bridge;

    @Override
    public String code() {
        return "tuxsuite";
    }

    @Override
    public String order(BuildOrder order, ReturnAddress address) {
        return new BuildStatus(client.build(entry(order, address)))
                .uid()
                .orElseThrow(() -> new RunnerUnavailable("TuxSuite's answer names no uid"));
    }

    private static JsonObject entry(BuildOrder order, ReturnAddress address) {
        JsonArrayBuilder kconfig =
                Json.createArrayBuilder().add(order.kconfig() == null ? PLAIN_CONFIG : order.kconfig());
        order.fragments().forEach(kconfig::add);
        JsonObjectBuilder variables = Json.createObjectBuilder();
        order.makeVariables().forEach(variables::add);
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("client_token", order.job().toString())
                .add("git_repo", order.repository())
                .add("target_arch", order.architecture())
                .add("toolchain", order.toolchain())
                .add("kconfig", kconfig)
                .add("environment", Json.createObjectBuilder())
                .add("targets", Json.createArrayBuilder(order.targets()))
                .add("make_variables", variables)
                .add("is_public", true)
                .add("callback", address.url().toString())
                .add("callback_headers", Json.createObjectBuilder().add(address.header(), address.secret()));
        // TuxSuite takes exactly one of the two.
        if (order.commit() == null) {
            entry.add("git_ref", order.branch());
        } else {
            entry.add("git_sha", order.commit());
        }
        return entry.build();
    }

    @Override
    public byte[] ask(String uid) {
        return Json.createObjectBuilder()
                .add("kind", "build")
                .add("status", client.status(uid))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
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
                callback.isBuild() ? News.Subject.BUILD : News.Subject.OTHER,
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
    public Verdict judge(News news, Assignment assignment) {
        BuildStatus status = new BuildStatus(news.status());
        BuildVerdict verdict = BuildVerdict.of(status);
        if (verdict instanceof BuildVerdict.Pending pending) {
            return new Verdict.TooEarly(pending.reason());
        }
        return new Verdict.Final(BuildReport.of(
                status, assignment.order(), assignment.requestedAt(), assignment.origin(), bridge.trees()));
    }

    @Override
    public Report lost(Assignment assignment) {
        return BuildReport.lost(
                assignment.order(),
                assignment.uid().orElse(null),
                assignment.requestedAt(),
                assignment.origin(),
                bridge.trees());
    }
}
