package org.kcibridge.it.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The admin console's user, in the file that WildFly's ManagementRealm reads: {@code name=HEX(MD5(name:realm:password))}.
 * Deleting the file, or the line, makes a new password at the next start.
 */
final class ManagementLogin {

    static final String USER = "admin";

    private static final String REALM = "ManagementRealm";

    private final Path file;

    ManagementLogin(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** The password of the user just made, empty where there was one already. */
    Optional<String> ensure() throws IOException {
        try (var lines = Files.lines(file)) {
            if (lines.anyMatch(line -> line.startsWith(USER + "="))) {
                return Optional.empty();
            }
        }
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "\n" + USER + "=" + hash(password) + "\n", StandardOpenOption.APPEND);
        return Optional.of(password);
    }

    private static String hash(String password) {
        try {
            byte[] text = (USER + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
