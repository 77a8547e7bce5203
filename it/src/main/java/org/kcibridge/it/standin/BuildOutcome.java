package org.kcibridge.it.standin;

/**
 * How a stand-in's build ends.
 *
 * @param result TuxSuite's word: {@code pass}, {@code fail}, {@code error} or {@code canceled}
 * @param message TuxSuite's {@code status_message}
 * @param retry how many attempts TuxSuite has repeated already, 0..2; an error below 2 will be tried again
 */
public record BuildOutcome(String result, String message, int retry) {

    public static BuildOutcome pass() {
        return new BuildOutcome("pass", "build completed", 0);
    }

    /** The code does not compile: a log and a configuration, but no image, no modules and no kernel version. */
    public static BuildOutcome fail() {
        return new BuildOutcome("fail", "failed to build the kernel", 0);
    }

    /** TuxSuite's own trouble: it says nothing about the code, and leaves nothing behind. */
    public static BuildOutcome error(int retry) {
        return new BuildOutcome("error", "infrastructure error: the builder was lost", retry);
    }

    public static BuildOutcome canceled() {
        return new BuildOutcome("canceled", "build canceled", 0);
    }

    boolean compiled() {
        return result.equals("pass");
    }

    boolean ran() {
        return result.equals("pass") || result.equals("fail");
    }
}
