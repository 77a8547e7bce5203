package org.kcibridge.runner.tuxsuite;

/**
 * A callback's body that makes no sense. Checked, because somebody has to decide what happens to it: such a callback is
 * set aside with this reason and may be driven again, it is never dropped.
 */
public final class UnreadableCallback extends Exception {

    /** @param reason short, without any of the body's text, fit for a log and for the console */
    public UnreadableCallback(String reason) {
        super(reason);
    }
}
