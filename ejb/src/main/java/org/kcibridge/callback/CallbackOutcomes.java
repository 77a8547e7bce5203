package org.kcibridge.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.kcibridge.meter.Meters;

/** Counts what becomes of callbacks, each time that somebody has dealt with one. */
@ApplicationScoped
class CallbackOutcomes {

    private static final String NAME = "kci_bridge.callbacks";

    @Inject
    Meters meters;

    void count(CallbackState state) {
        count(state.name().toLowerCase(Locale.ROOT));
    }

    /** It could not be applied, for a fault of ours or of the database, and is tried again. */
    void countFailure() {
        count("failed");
    }

    private void count(String outcome) {
        meters.counter(NAME, "outcome", outcome).increment();
    }
}
