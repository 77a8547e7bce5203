package org.kcibridge.results;

import java.util.Locale;
import java.util.Optional;
import org.kcibridge.report.Status;

/** What a result of TAP or KTAP says beyond {@code ok} and {@code not ok}, and what the two come to together. */
enum TapDirective {
    /** Nothing. */
    NONE(null),
    SKIP(null),
    /** Expected to fail, TAP's word. */
    TODO("expected to fail"),
    /** Expected to fail, KTAP's word; kselftest writes {@code ok} before it. */
    XFAIL("expected to fail"),
    /** Expected to fail, which it did not. */
    XPASS("expected to fail, but passes"),
    TIMEOUT("timed out"),
    /** It could not be run as it should. */
    ERROR("could not be run");

    private final String meaning;

    TapDirective(String meaning) {
        this.meaning = meaning;
    }

    /** The directive a text begins with; more words may follow. */
    static TapDirective at(String text) {
        String word = text.strip().split("[\\s:]", 2)[0].toUpperCase(Locale.ROOT);
        for (TapDirective directive : values()) {
            // TAP also knows "skipped".
            if (directive != NONE && (word.equals(directive.name()) || directive == SKIP && word.startsWith("SKIP"))) {
                return directive;
            }
        }
        return NONE;
    }

    /**
     * A failure that is expected says nothing against the code, nor does it speak for it. A test that did not come to its
     * end has no verdict.
     */
    Status status(boolean ok) {
        return switch (this) {
            case NONE, XPASS -> ok ? Status.PASS : Status.FAIL;
            case SKIP, XFAIL -> Status.SKIP;
            case TODO -> ok ? Status.PASS : Status.SKIP;
            case TIMEOUT, ERROR -> Status.ERROR;
        };
    }

    /** What people are told about the result, with the reason the harness gives. */
    Optional<String> comment(boolean ok, String reason) {
        String known = this == TODO && ok ? XPASS.meaning : meaning;
        String comment = known == null ? reason : reason.isEmpty() ? known : known + ": " + reason;
        return Optional.of(comment).filter(text -> !text.isEmpty());
    }
}
