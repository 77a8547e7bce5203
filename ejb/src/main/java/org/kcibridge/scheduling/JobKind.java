package org.kcibridge.scheduling;

import java.time.Duration;
import java.util.Locale;
import org.kcibridge.runner.News;
import org.kcibridge.settings.BridgeSettings;

/** What a runner is asked to do. */
public enum JobKind {
    BUILD(News.Subject.BUILD),
    TEST(News.Subject.TEST),
    /** A test of nothing but whether the kernel boots. */
    BOOT(News.Subject.TEST);

    private final News.Subject subject;

    JobKind(News.Subject subject) {
        this.subject = subject;
    }

    /** What news of such a job are about. */
    public News.Subject subject() {
        return subject;
    }

    /** The callback path that runners are told. */
    public String door() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** After how long a runner that is silent about such a job is asked. */
    Duration deadline(BridgeSettings settings) {
        return this == BUILD ? settings.buildDeadline() : settings.testDeadline();
    }
}
