package org.kcibridge.it.standin.tuxrun;

/** How far a run came. */
enum Ending {
    /** The kernel booted, and suites were run. */
    RAN("pass", true),
    /** The kernel crashed before there was a login. */
    BOOT_FAILED("fail", true),
    /** Whether the kernel booted is not known; TuxSuite will look again. */
    BOOT_UNKNOWN("fail", false),
    /** TuxSuite's own trouble. */
    ERROR("error", false),
    CANCELED("canceled", false),
    /** There are no results at all, for a reason that is told elsewhere or nowhere. */
    NOTHING("fail", false);

    /** TuxSuite's word, as long as no suite makes it worse. */
    final String result;

    /** Whether a device wrote a log. */
    final boolean leavesFiles;

    Ending(String result, boolean leavesFiles) {
        this.result = result;
        this.leavesFiles = leavesFiles;
    }
}
