package org.kcibridge.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kcibridge.report.Trees;

/**
 * What concerns the bridge as such.
 *
 * @param publicUrl where runners reach us, {@code BRIDGE_PUBLIC_URL}; never guessed from a request's Host header
 * @param origin the name under which we report to KCIDB, {@code KCIDB_ORIGIN}
 * @param adminToken the operator token to begin with, {@code BRIDGE_ADMIN_TOKEN}
 * @param sandbox whether all results are made up, which {@code BRIDGE_ENVIRONMENT=sandbox} says
 * @param buildDeadline after how long a runner that is silent about a build is asked, {@code BRIDGE_BUILD_DEADLINE}
 * @param testDeadline the same about a boot or tests, {@code BRIDGE_TEST_DEADLINE}
 * @param lease how long a node may hold work before another node takes it over, {@code BRIDGE_LEASE}
 * @param trees well-known names of repositories, with {@code BRIDGE_TREES} on top of the built-in ones
 */
@Declares(
        about = "The bridge",
        value = {
            @Setting(
                    name = "BRIDGE_PUBLIC_URL",
                    meaning = "where runners reach us; `https`, unless it is this machine, as secrets come "
                            + "back this way",
                    otherwise = "`http://localhost:` and the port, set by the run command"),
            @Setting(
                    name = "KCIDB_ORIGIN",
                    meaning = "the name we report under, of a-z, 0-9 and _",
                    byDefault = "riscv"),
            @Setting(
                    name = "BRIDGE_ADMIN_TOKEN",
                    meaning = "the operator's token, 16 characters or more; a change ends the one before",
                    otherwise = "generated, shown once"),
            @Setting(
                    name = "BRIDGE_BUILD_DEADLINE",
                    meaning = "after this a runner that is silent about a build is asked, three times; then "
                            + "the build is reported as ERROR",
                    byDefault = "PT2H"),
            @Setting(
                    name = "BRIDGE_TEST_DEADLINE",
                    meaning = "the same about a boot or tests, which are reported as MISS then",
                    byDefault = "PT6H"),
            @Setting(
                    name = "BRIDGE_TREES",
                    meaning = "names of trees besides the well-known ones, `name=url,name=url`"),
            @Setting(
                    name = "BRIDGE_LEASE",
                    meaning = "after this another node takes over what a node was doing; `PT2S` or more",
                    byDefault = "PT2M")
        })
public record BridgeSettings(
        URI publicUrl,
        String origin,
        Optional<String> adminToken,
        boolean sandbox,
        Duration buildDeadline,
        Duration testDeadline,
        Duration lease,
        Trees trees)
        implements Settings {

    /** A call to a runner or to KCIDB may take half of the lease, or two nodes would do the same work. */
    public static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

    private static final String TOKEN = "[!-~]{16,512}";

    /** @throws BadSetting when one is missing or wrong */
    public static BridgeSettings read(Source source) {
        String origin = source.text("KCIDB_ORIGIN", "riscv");
        if (!origin.matches("[a-z0-9_]{1,100}")) {
            throw new BadSetting("KCIDB_ORIGIN", "must consist of a-z, 0-9 and _ (at most 100 of them)");
        }
        Optional<String> adminToken = source.text("BRIDGE_ADMIN_TOKEN");
        if (adminToken.isPresent() && !adminToken.get().matches(TOKEN)) {
            throw new BadSetting(
                    "BRIDGE_ADMIN_TOKEN", "must have 16 to 512 characters, printable ASCII without blanks");
        }
        Duration lease = source.duration("BRIDGE_LEASE", Duration.ofMinutes(2));
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new BadSetting("BRIDGE_LEASE", "must not be shorter than " + SHORTEST_LEASE);
        }
        return new BridgeSettings(
                source.guardedAddress("BRIDGE_PUBLIC_URL", source.text("BRIDGE_PUBLIC_URL")),
                origin,
                adminToken,
                "sandbox".equals(source.text("BRIDGE_ENVIRONMENT", "")),
                source.duration("BRIDGE_BUILD_DEADLINE", Duration.ofHours(2)),
                source.duration("BRIDGE_TEST_DEADLINE", Duration.ofHours(6)),
                lease,
                trees(source));
    }

    @Override
    public String toString() {
        return "bridge at " + publicUrl + ", origin " + origin;
    }

    private static Trees trees(Source source) {
        try {
            return Trees.with(source.text("BRIDGE_TREES", ""));
        } catch (IllegalArgumentException bad) {
            throw new BadSetting("BRIDGE_TREES", "is wrong: " + bad.getMessage());
        }
    }
}
