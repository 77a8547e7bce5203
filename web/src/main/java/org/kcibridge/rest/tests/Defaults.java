package org.kcibridge.rest.tests;

import java.net.URI;
import java.util.Optional;

/** What is tested on, and by whom, when a client does not say: what the service we replace always tested on. */
final class Defaults {

    /** KCIDB's database takes 100 characters of a platform. */
    static final String DEVICE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    static final String ARCHITECTURE = "[a-z0-9_-]{1,50}";

    private Defaults() {}

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
