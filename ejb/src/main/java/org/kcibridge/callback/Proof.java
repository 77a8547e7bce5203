package org.kcibridge.callback;

/** Why we believe that a callback comes from the runner. */
public enum Proof {
    /** The runner's signature over the body. */
    SIGNATURE,
    /** The secret we gave the runner along with the job. */
    SECRET,
    /** We asked the runner ourselves. */
    ASKED
}
