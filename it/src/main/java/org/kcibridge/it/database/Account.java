package org.kcibridge.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under whose name PostgreSQL's programs run, since they refuse to run as root.
 *
 * <p>An ordinary user runs them as himself. Root hides in a user namespace, where the kernel shows him as nobody while
 * his files stay his own; where namespaces are forbidden, as in most containers, he becomes nobody in earnest.
 *
 * @param prefix what is put before a command
 * @param owner user id that must own the data
 */
record Account(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** Nobody who may pass through folders closed to him, such as /root. The last bit makes access(2) agree. */
    private static final List<String> AS_PRIVILEGED_NOBODY = Stream.concat(
                    AS_NOBODY.stream(),
                    Stream.of(
                            "--securebits=+no_setuid_fixup",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"))
            .toList();

    /** Chooses the least unusual account that can reach the folders. */
    static Account choose(Path... folders) {
        int self = ownUser();
        for (Account candidate : candidates(self)) {
            if (Stream.of(folders).allMatch(candidate::reaches)) {
                return candidate;
            }
        }
        throw new DatabaseUnusable("the embedded database cannot run as user " + self + " on " + folders[0]
                + ": set BRIDGE_DATA to a folder that other users can reach, run as an ordinary user, or set DB_URL");
    }

    private static List<Account> candidates(int self) {
        // The JDK says "?" for a user without an entry in /etc/passwd, whom initdb refuses as well.
        boolean nameless = "?".equals(System.getProperty("user.name"));
        if (self != 0 && !nameless) {
            return List.of(new Account(List.of(), self));
        }
        var namespace = new Account(NAMESPACE, self);
        return self == 0
                ? List.of(namespace, new Account(AS_NOBODY, NOBODY), new Account(AS_PRIVILEGED_NOBODY, NOBODY))
                : List.of(namespace, new Account(List.of(), self));
    }

    private static int ownUser() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean reaches(Path folder) {
        return Command.run(Path.of("/"), command(List.of("test", "-x", folder.toString())))
                .succeeded();
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return List.copyOf(all);
    }

    /** Makes everything below belong to this account; where another account ran last, root can hand it over. */
    void own(Path tree) throws IOException {
        if (ownUser() != 0 || owner == ownerOf(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            // The top comes last: while it has its old owner, the work is known to be unfinished.
            List<Path> all = new ArrayList<>(paths.toList());
            for (int i = all.size() - 1; i >= 0; i--) {
                Files.setAttribute(all.get(i), "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(all.get(i), "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
