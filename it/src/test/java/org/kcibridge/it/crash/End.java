package org.kcibridge.it.crash;

import java.util.function.Consumer;

/** How a bridge ends in the middle of its work. */
enum End {
    /** Without notice: kill -9. */
    KILLED(CrashingBridge::kill),
    /** In order, as SIGTERM does it. */
    STOPPED(CrashingBridge::stop);

    private final Consumer<CrashingBridge> way;

    End(Consumer<CrashingBridge> way) {
        this.way = way;
    }

    void of(CrashingBridge bridge) {
        way.accept(bridge);
    }
}
