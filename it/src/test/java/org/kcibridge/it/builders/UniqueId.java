package org.kcibridge.it.builders;

import java.util.UUID;

/** Names nobody else uses, in this worker or another. */
public final class UniqueId {

    private UniqueId() {}

    /** The prefix, an underscore and 16 hexadecimal digits: {@code branch_0f3a…}. */
    public static String of(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
