package org.kcibridge.it.anyorder;

import java.util.function.Consumer;

/** Something that may happen to a job, once or often, sooner or later. */
enum Deed {
    /** TuxSuite calls back with the result, under the job's secret. */
    RESULT(Story::tellResult),
    /** The same, signed and in the other shape that bodies have. */
    SIGNED_RESULT(Story::tellResultSigned),
    /** TuxSuite calls back while it is still at it, or news of that time arrive late. */
    EARLY_NEWS(Story::tellEarlyNews),
    /** A callback comes that nobody can read. */
    NONSENSE(Story::tellNonsense),
    /** An operator has whatever could not be read tried again. */
    RETRY(Story::retry),
    /** An operator cancels the job. TuxSuite is through with it and only has not said so yet. */
    CANCEL(Story::cancel),
    /** The job is due: it is stopped if it is unwanted, or TuxSuite is asked about it. */
    POLL(Story::poll),
    /** The same while TuxSuite cannot be reached. */
    FRUITLESS_POLL(Story::pollInVain),
    /** The last deadline has passed. */
    TIME_OUT(Story::timeOut),
    /** What was not handed over, as far as we know, is handed over again. */
    SEND(Story::send),
    /** What lies in the inbox is applied. */
    APPLY(Story::apply),
    /** What news point to is fetched. */
    GATHER(Story::gather);

    private final Consumer<Story> happening;

    Deed(Consumer<Story> happening) {
        this.happening = happening;
    }

    /** Whether the result is with us after it, and can only be applied or lost. */
    boolean bringsResult() {
        return this == RESULT || this == SIGNED_RESULT;
    }

    void happenIn(Story story) {
        happening.accept(story);
    }
}
