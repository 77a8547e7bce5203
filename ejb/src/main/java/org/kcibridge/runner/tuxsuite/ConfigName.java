package org.kcibridge.runner.tuxsuite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbText;

/**
 * A short name for a kernel configuration, {@code defconfig+CONFIG_KASAN=y}. Two builds belong to one series on the
 * dashboard if configuration name, compiler and architecture agree (it hashes the three), so the same configuration must
 * always get the same name. The database indexes the name, and TuxSuite's list of fragments has no limit: a long name is
 * therefore cut after its base, and a hash tells the fragments apart.
 */
final class ConfigName {

    private static final int LONGEST = 64;
    private static final int HASH_DIGITS = 8;

    private ConfigName() {}

    /** @param kconfig the configuration to begin with, then the fragments in their order, each a name, an option or a URL */
    static String of(List<String> kconfig) {
        List<String> parts = kconfig.stream().map(Redaction::text).toList();
        String name = parts.stream().map(ConfigName::shortName).collect(Collectors.joining("+"));
        if (name.length() <= LONGEST) {
            return name;
        }
        String base = shortName(parts.get(0));
        // A base that is itself too long loses its end, which the hash then has to stand for.
        boolean cut = base.length() > LONGEST - HASH_DIGITS - 1;
        Stream<String> hashed = parts.stream().skip(cut ? 0 : 1);
        String kept = cut ? KcidbText.head(base, LONGEST - HASH_DIGITS - 1) : base;
        return kept + "+" + hash(hashed.collect(Collectors.joining("\n")));
    }

    /** The last part of a URL's path, or the text as it is. */
    static String shortName(String kconfig) {
        if (!kconfig.contains("://")) {
            return kconfig;
        }
        String path = kconfig.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, HASH_DIGITS);
    }
}
