package org.kcibridge.submission;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of posting a batch to KCIDB. */
public sealed interface Answer {

    /** The HTTP status, if it came to that. */
    OptionalInt httpStatus();

    /** What KCIDB said, or what went wrong, in a line. */
    String text();

    /** It is in KCIDB's spool, which is not yet processed. */
    record Taken(String id, String text) implements Answer {
        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(200);
        }
    }

    /** KCIDB does not like the batch (400, 413): it must not be sent again as it is. */
    record Refused(int status, String text) implements Answer {
        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(status);
        }
    }

    /** KCIDB does not like us (401, 403): nothing can be sent until the token is mended. */
    record Unauthorised(int status, String text) implements Answer {
        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(status);
        }
    }

    /**
     * KCIDB, or the way to it, is in trouble; the batch may or may not have arrived.
     *
     * @param retryAfter how long KCIDB asks us to wait
     */
    record Unavailable(OptionalInt httpStatus, String text, Optional<Duration> retryAfter) implements Answer {}
}
