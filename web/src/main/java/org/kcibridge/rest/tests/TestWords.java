package org.kcibridge.rest.tests;

import java.net.URI;
import java.util.Optional;

/**
 * What boots and tests have in common as clients ask for them: the rules of what is said, and what is meant when nothing is
 * said, which is what the service we replace always tested on.
 */
final class TestWords {

    static final String BUILD = "[a-z0-9_]{1,100}:[^\\x00\\p{Cs}]*";
    static final String BUILD_RULE = "must be an origin, a colon and the origin's own id";

    /** KCIDB's database takes 100 characters of a platform. */
    static final String DEVICE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    static final String DEVICE_RULE = "must be a device such as qemu-riscv64";
    static final String ARCHITECTURE = "[a-z0-9_-]{1,50}";
    static final String ARCHITECTURE_RULE = "must be an architecture such as riscv";

    private TestWords() {}

    static String runner(String said) {
        return said == null || said.isBlank() ? "tuxsuite" : said;
    }

    static String device(String said) {
        return said == null || said.isBlank() ? "qemu-riscv64" : said;
    }

    static String architecture(String said) {
        return said == null || said.isBlank() ? "riscv" : said;
    }

    /** An address that was checked; clients in the field send an empty one for none. */
    static Optional<URI> address(String said) {
        return Optional.ofNullable(said).filter(text -> !text.isBlank()).map(URI::create);
    }
}
