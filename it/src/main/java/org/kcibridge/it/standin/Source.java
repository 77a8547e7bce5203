package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The kernel that an order names. The stand-in has no git, so it derives a commit from repository and branch: the same
 * order always finds the same commit, as long as nobody pushes.
 */
record Source(String repository, String reference, String commit) {

    static final String VERSION = "6.18.0-rc5";

    static Source of(JsonObject order) {
        String repository = order.getString("git_repo");
        String reference = order.getString("git_ref", "");
        String commit = order.getString("git_sha", "");
        return new Source(repository, reference, commit.isEmpty() ? commit(repository, reference) : commit);
    }

    String describe() {
        return "v6.18-rc5-137-g" + commit.substring(0, 12);
    }

    String shortLog() {
        return commit.substring(0, 12) + " (\"Merge tag 'riscv-for-linus-6.18-rc6' of the RISC-V tree\")";
    }

    private static String commit(String repository, String reference) {
        try {
            byte[] text = (repository + "#" + reference).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
