package org.kcibridge.live;

/** A client's message cannot be answered as it would like; the session goes on. */
final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    NotUnderstood(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** What is wrong, in a word that programs can go by. */
    enum Fault {
        TOO_LONG("too-long"),
        MALFORMED("malformed"),
        UNKNOWN_TYPE("unknown-type"),
        UNKNOWN_CHANNEL("unknown-channel"),
        /** Events the client asks for are not kept any more; it has to read the objects themselves. */
        GONE("gone"),
        UNAVAILABLE("unavailable");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
