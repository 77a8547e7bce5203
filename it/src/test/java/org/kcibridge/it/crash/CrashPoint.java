package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.kcibridge.it.standin.Answer;

/** A moment between two steps of the flow at which the bridge ends; what is left of it then has to do. */
enum CrashPoint {
    /** The client was told that its build is taken, and TuxSuite has not heard of it. */
    REQUESTED(flow -> {
        flow.tuxSuite.script().answerNext(Answer.hangUp());
        assertThat(flow.build().status()).isEqualTo(201);
        flow.end.run();
    }),

    /** TuxSuite has the order; its first attempts to call back meet nobody. */
    SUBMITTED(flow -> {
        assertThat(flow.build().status()).isEqualTo(201);
        flow.end.run();
    }),

    /** TuxSuite was told 204 and will never call again. */
    CALLBACK_ANSWERED(flow -> {
        flow.onCallback(flow.end);
        flow.build();
    }),

    /** Report, submission and job are written and not committed. */
    CALLBACK_HALF_APPLIED(flow -> flow.whileApplying(flow.end)),

    /** The report waits in the outbox, because KCIDB is away. */
    QUEUED(flow -> {
        flow.kcidb.script().answerNext(1000, Answer.unavailable(Duration.ZERO));
        flow.build();
        flow.awaitSubmission("RETRY");
        flow.end.run();
    }),

    /** KCIDB knows no idempotency key: a document whose answer was lost has to be sent again. */
    STORED_NOT_ANSWERED(2, flow -> {
        flow.kcidb.script().afterStoring(flow.end);
        flow.build();
    }),

    /** KCIDB has spooled the document and not processed it. */
    SENT(flow -> {
        flow.kcidb.script().ingestTime(Duration.ofHours(1));
        flow.build();
        flow.awaitSubmission("SENT");
        flow.end.run();
    });

    private final int posts;
    private final Consumer<Flow> way;

    CrashPoint(Consumer<Flow> way) {
        this(1, way);
    }

    CrashPoint(int posts, Consumer<Flow> way) {
        this.posts = posts;
        this.way = way;
    }

    /** How many documents KCIDB gets on the whole, all with the same content. */
    int posts() {
        return posts;
    }

    /** Schedules a build and returns when the bridge has ended at this point. */
    void reach(Flow flow, End end) {
        flow.endsBy(end);
        way.accept(flow);
        flow.bridge.awaitEnd();
    }
}
