package org.kcibridge.download;

import java.io.IOException;

/** More bytes came than a download may have. */
final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
        super("it has more than %,d bytes".formatted(limit));
    }
}
