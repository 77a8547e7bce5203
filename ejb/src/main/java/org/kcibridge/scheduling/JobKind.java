package org.kcibridge.scheduling;

/** What a runner is asked to do. */
public enum JobKind {
    BUILD,
    TEST,
    BOOT
}
