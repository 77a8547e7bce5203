package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.runner.BuildOrder;

/**
 * TuxSuite's account of a build. A failed build lacks its artefacts, one that never began lacks almost everything.
 *
 * @param json the account as it came
 */
public record BuildStatus(JsonObject json) implements Account {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** This account, and where it is silent what was ordered. */
    public BuildStatus completedBy(BuildOrder order) {
        JsonObjectBuilder complete = JSON.createObjectBuilder(json);
        ordered(order).forEach((field, value) -> {
            JsonValue told = json.get(field);
            if (Account.hollow(told) || told.getValueType() != value.getValueType()) {
                complete.add(field, value);
            }
        });
        return new BuildStatus(complete.build());
    }

    /** The account of a build of which nothing is known but, perhaps, its id. */
    static BuildStatus silent(String uid) {
        JsonObjectBuilder known = JSON.createObjectBuilder();
        return new BuildStatus((uid == null ? known : known.add("uid", uid)).build());
    }

    public Optional<String> compiler(String field) {
        return Account.text(Account.object(metadata(), "compiler"), field);
    }

    /** The command line that tuxmake recorded for doing the same build again. */
    public Optional<JsonValue> reproducer() {
        return Optional.ofNullable(Account.object(metadata(), "build").get("reproducer_cmdline"));
    }

    /** The configuration a build began with, then its fragments; empty if not known. */
    public List<String> kconfig() {
        return Account.texts(json.get("kconfig"));
    }

    public List<String> targets() {
        return Account.texts(json.get("targets"));
    }

    public JsonObject makeVariables() {
        return Account.object(json, "make_variables");
    }

    /** File names by the kind of artefact, {@code {"kernel": ["Image.gz"], …}}; absent if TuxSuite did not list any. */
    public Optional<JsonObject> artifacts() {
        JsonObject results = Account.object(metadata(), "results");
        return results.get("artifacts") instanceof JsonObject artifacts ? Optional.of(artifacts) : Optional.empty();
    }

    @Override
    public int retry() {
        return Account.count(json.get("retry"));
    }

    @Override
    public String toString() {
        return "BuildStatus[" + uid().orElse("?") + "]";
    }

    private static JsonObject ordered(BuildOrder order) {
        JsonArrayBuilder kconfig = JSON.createArrayBuilder();
        kconfig.add(order.kconfig() == null || order.kconfig().isBlank() ? "defconfig" : order.kconfig());
        order.fragments().forEach(kconfig::add);
        JsonObjectBuilder variables = JSON.createObjectBuilder();
        new TreeMap<>(order.makeVariables()).forEach(variables::add);
        return new KcidbObject()
                .put("git_repo", order.repository())
                .put("git_ref", order.branch())
                .put("git_sha", order.commit())
                .put("target_arch", order.architecture())
                .put("toolchain", order.toolchain())
                .put("kconfig", kconfig.build())
                .put("targets", JSON.createArrayBuilder(order.targets()).build())
                .put("make_variables", variables.build())
                .build();
    }

    private JsonObject metadata() {
        return Account.object(json, "tuxmake_metadata");
    }
}
