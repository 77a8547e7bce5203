package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kcibridge.report.CheckoutId;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.RepositoryUrl;
import org.kcibridge.report.Trees;
import org.kcibridge.runner.BuildOrder;

/**
 * The revision a build was made from, as a KCIDB checkout. All builds of one revision yield the same id; a revision that
 * nobody else can name (the commit is not known, or a patch of unknown content lies on top) gets a checkout of its own.
 */
final class BuiltCheckout {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
    /** {@code 0f61b1860cc3 ("subject")}; in some accounts the quotes have become backslashes. */
    private static final Pattern SHORT_LOG =
            Pattern.compile("[0-9a-f]{7,40} \\([\"\\\\](.*)[\"\\\\]\\)", Pattern.DOTALL);

    private final BuildStatus build;
    private final BuildOrder order;
    private final String repository;
    private final Optional<RepositoryUrl> address;
    private final String branch;
    private final Optional<String> commit;
    private final boolean patched;
    private final boolean checkedOut;

    BuiltCheckout(BuildStatus account, BuildOrder order, Trees trees) {
        this.build = account.completedBy(order);
        this.order = order;
        this.repository = build.text("git_repo").orElse(order.repository());
        this.address = RepositoryUrl.of(repository).map(trees::wellKnown);
        this.branch = branch(build.text("git_ref").orElse(null), order.branch());
        this.commit = build.text("git_sha")
                .map(hash -> hash.toLowerCase(Locale.ROOT))
                .filter(hash -> HASH.matcher(hash).matches());
        this.patched = build.json().get("kernel_patch_file") instanceof JsonString file
                && !file.getString().isBlank();
        this.checkedOut = account.text("git_sha").isPresent();
    }

    String id(String origin) {
        String revision = commit.filter(hash -> !patched).orElse("job:" + order.job());
        String key = address.map(RepositoryUrl::key).orElse(Redaction.text(repository));
        return CheckoutId.of(origin, key, branch, revision);
    }

    /**
     * @param started must be given: KCIDB's ingester fails a checkout without start time, and its neighbours with it
     */
    JsonObject toJson(String origin, Trees trees, OffsetDateTime started) {
        Optional<String> subject = build.text("git_short_log").flatMap(BuiltCheckout::subject);
        return new KcidbObject()
                .put("id", id(origin))
                .put("origin", origin)
                .putIndexed("tree_name", treeName(trees))
                .put("git_repository_url", address.map(RepositoryUrl::https).orElse(null))
                .put("git_commit_hash", commit.orElse(null))
                .putIndexed("git_commit_name", build.text("git_describe").orElse(null))
                .putIndexed("git_repository_branch", branch)
                .putVerbatim("patchset_hash", commit.isPresent() && !patched ? "" : null)
                .put("comment", subject.orElse(null))
                .put("start_time", started)
                // Whether the sources could be had is known only when the runner names the commit it found.
                .put("valid", checkedOut ? Boolean.TRUE : null)
                .put("misc", misc(subject.isPresent()))
                .build();
    }

    /** The dashboard hides checkouts without a tree name, so a tree nobody knows goes by its repository's name. */
    private String treeName(Trees trees) {
        return trees.nameOf(repository)
                .or(() -> address.map(RepositoryUrl::shortName))
                .orElse(null);
    }

    private JsonObject misc(boolean subjectKnown) {
        KcidbObject details = new KcidbObject();
        if (!repository.equals(address.map(RepositoryUrl::https).orElse(null))) {
            details.put("git_repo", Redaction.text(repository));
        }
        if (!subjectKnown) {
            details.put("git_short_log", build.text("git_short_log").orElse(null));
        }
        details.put("kernel_version", build.text("kernel_version").orElse(null));
        return new KcidbObject().put(BuildReport.RUNNER, details.build()).build();
    }

    /** An order for a commit leaves the ref empty or repeats the commit; then the branch is what the order said. */
    private static String branch(String ref, String ordered) {
        if (ref == null) {
            return ordered;
        }
        String name = ref.replaceFirst("^refs/(heads|tags)/", "");
        return HASH.matcher(name).matches() ? ordered : name;
    }

    private static Optional<String> subject(String shortLog) {
        Matcher log = SHORT_LOG.matcher(shortLog);
        return log.matches() ? Optional.of(log.group(1)).filter(text -> !text.isBlank()) : Optional.empty();
    }
}
