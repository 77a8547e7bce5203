package org.kcibridge.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which repository is which kernel tree. The dashboard's tree and hardware pages show only checkouts with a tree name,
 * and the name must be the one KernelCI uses, or a tree's history falls apart. Clients may also name a tree instead of
 * typing its address.
 *
 * <p>Built in are the trees KernelCI and its submitters publish. {@code kernel.googlesource.com} mirrors git.kernel.org
 * path by path, so an address there is looked up as the original's.
 */
public final class Trees {

    private static final String RESOURCE = "trees.properties";
    private static final String MIRROR = "kernel.googlesource.com/pub/";
    private static final String ORIGINAL = "git.kernel.org/pub/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, RepositoryUrl> urls = new HashMap<>();
    private final Map<String, RepositoryUrl> spellings = new HashMap<>();

    private Trees() {}

    /** The well-known trees. */
    public static Trees builtIn() {
        return with("");
    }

    /**
     * The well-known trees and, going before them, those of the configuration.
     *
     * @param configured {@code name=url,name2=url2}, separated by commas or line breaks; null or blank for none
     * @throws IllegalArgumentException naming the entry that is not of this form
     */
    public static Trees with(String configured) {
        Trees trees = new Trees();
        if (configured != null) {
            for (String entry : configured.split("[,\\r\\n]")) {
                if (!entry.isBlank()) {
                    trees.add(entry.strip());
                }
            }
        }
        Properties known = load();
        for (String name : new TreeSet<>(known.stringPropertyNames())) {
            for (String url : known.getProperty(name).strip().split("[\\s,]+")) {
                trees.add(name + "=" + url);
            }
        }
        return trees;
    }

    /** The tree a repository is, whatever the spelling of its address. */
    public Optional<String> nameOf(String url) {
        return RepositoryUrl.of(url).map(address -> names.get(key(address)));
    }

    /** The address to fetch a tree from. */
    public Optional<String> urlOf(String name) {
        return Optional.ofNullable(urls.get(name)).map(RepositoryUrl::https);
    }

    /**
     * An address in the spelling it is known by. KCIDB's ingester and dashboard compare addresses as text, and
     * {@code linux} is not {@code linux.git} to them.
     */
    public RepositoryUrl wellKnown(RepositoryUrl address) {
        return spellings.getOrDefault(address.key(), address);
    }

    /** The first to name an address, or to give a name its address, has it: configuration is therefore read first. */
    private void add(String entry) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? "" : entry.substring(0, equals).strip();
        RepositoryUrl address = RepositoryUrl.of(entry.substring(equals + 1)).orElseThrow(() -> malformed(entry));
        if (!NAME.matcher(name).matches()) {
            throw malformed(entry);
        }
        names.putIfAbsent(key(address), name);
        urls.putIfAbsent(name, address);
        spellings.putIfAbsent(address.key(), address);
    }

    private static IllegalArgumentException malformed(String entry) {
        // Only the name where there is one: the address may hold a password.
        String named =
                entry.indexOf('=') > 0 ? entry.substring(0, entry.indexOf('=')).strip() : entry;
        return new IllegalArgumentException("not a tree of the form name=https://host/path: " + named);
    }

    private static String key(RepositoryUrl address) {
        String key = address.key();
        return key.startsWith(MIRROR) ? ORIGINAL + key.substring(MIRROR.length()) : key;
    }

    private static Properties load() {
        try (InputStream resource = Trees.class.getResourceAsStream(RESOURCE)) {
            Properties known = new Properties();
            known.load(resource);
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
