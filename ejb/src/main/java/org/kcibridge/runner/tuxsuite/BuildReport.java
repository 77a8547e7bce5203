package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Report;
import org.kcibridge.report.Status;
import org.kcibridge.report.Trees;
import org.kcibridge.runner.BuildOrder;

/**
 * Turns TuxSuite's account of a finished build into what KCIDB is told: one checkout and one build, complete. Complete
 * matters, because KCIDB's ingester keeps the first value of every member, misc as a whole, and ignores what comes later.
 *
 * <p>What has no member of its own in KCIDB's schema is kept under {@code misc.tuxsuite}, in TuxSuite's words and without
 * loss, but for what is confidential ({@link Redaction}) and for members without content.
 */
public final class BuildReport {

    /** What KCIDB shows as lab and as runtime, and the place of our details in misc. */
    static final String RUNNER = "tuxsuite";

    private static final int LONGEST_ARCHITECTURE = 64;

    private final BuildStatus account;
    private final BuildStatus build;
    private final BuildOrder order;
    private final OffsetDateTime requestedAt;
    private final String origin;
    private final Trees trees;

    private BuildReport(BuildStatus account, BuildOrder order, Instant requestedAt, String origin, Trees trees) {
        this.account = account;
        this.build = account.completedBy(order);
        this.order = order;
        this.requestedAt = requestedAt.atOffset(ZoneOffset.UTC);
        this.origin = origin;
        this.trees = trees;
    }

    /**
     * The report of a build on which TuxSuite has spoken its last word.
     *
     * @param requestedAt when the build was ordered, for accounts that do not tell when it began
     * @param origin our name among KCIDB's submitters
     * @throws IllegalArgumentException if {@link BuildVerdict} finds the account not to be final
     */
    public static Report of(BuildStatus build, BuildOrder order, Instant requestedAt, String origin, Trees trees) {
        if (BuildVerdict.of(build) instanceof BuildVerdict.Final verdict) {
            Optional<String> comment =
                    verdict.status() == Status.PASS ? Optional.empty() : build.text("status_message");
            return new BuildReport(build, order, requestedAt, origin, trees).report(verdict.status(), comment);
        }
        throw new IllegalArgumentException("a build that is not final must not be reported");
    }

    /**
     * The report of a build that TuxSuite never spoke its last word on. It says ERROR, since the runner failed and nothing
     * is known about the code.
     *
     * @param uid TuxSuite's id of the build, or null if it never took the order; then our job's id stands in
     */
    public static Report lost(BuildOrder order, String uid, Instant requestedAt, String origin, Trees trees) {
        return new BuildReport(BuildStatus.silent(uid), order, requestedAt, origin, trees)
                .report(Status.ERROR, Optional.of("TuxSuite told of no final result in time"));
    }

    private Report report(Status status, Optional<String> comment) {
        BuiltCheckout checkout = new BuiltCheckout(account, order, trees);
        OffsetDateTime started = started("provisioning_time", "running_time");
        return Report.of(
                checkout.toJson(origin, trees, started), build(checkout.id(origin), status, comment.orElse(null)));
    }

    private JsonObject build(String checkout, Status status, String comment) {
        Artifacts artifacts = new Artifacts(build);
        return new KcidbObject()
                .put("id", origin + ":" + build.uid().orElse(order.job().toString()))
                .put("checkout_id", checkout)
                .put("origin", origin)
                .put("comment", comment == null ? null : Redaction.text(comment))
                .put("start_time", started("running_time", "provisioning_time"))
                .put("duration", build.duration().orElse((BigDecimal) null))
                .put("architecture", architecture())
                .put("command", TuxmakeCommand.of(build))
                .put("compiler", Toolchain.of(build))
                .put("input_files", FileList.of(build.kconfig().stream()))
                .put("output_files", artifacts.others())
                .put("config_name", ConfigName.of(build.kconfig()))
                .put("config_url", artifacts.config())
                .put("log_url", artifacts.log())
                .put("status", status)
                .put("misc", misc())
                .build();
    }

    private OffsetDateTime started(String first, String second) {
        return build.time(first, second).orElse(requestedAt);
    }

    /** KCIDB's schema knows a-z, 0-9 and _ only, so {@code x86-64} is {@code x86_64}. */
    private String architecture() {
        return build.text("target_arch")
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"))
                .filter(name -> name.length() <= LONGEST_ARCHITECTURE)
                .orElse(null);
    }

    private JsonObject misc() {
        return new KcidbObject()
                .put("lab", RUNNER)
                .put("runtime", RUNNER)
                .put(RUNNER, build.details())
                .build();
    }
}
