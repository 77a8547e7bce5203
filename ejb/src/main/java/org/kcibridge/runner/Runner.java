package org.kcibridge.runner;

import java.util.Optional;
import org.kcibridge.report.Report;

/**
 * Something that builds kernels for us. An implementation knows the runner's wire formats and nothing of our database;
 * calls go over the network and never inside a transaction.
 */
public interface Runner {

    /** The name clients order by, {@code tuxsuite} for example. */
    String code();

    /**
     * Hands a build over.
     *
     * @return the runner's own id of the work
     * @throws RunnerRefused when the runner says no: trying again will not help
     * @throws RunnerUnavailable when nobody can tell whether the runner took it: it has to be tried again
     */
    String order(BuildOrder order, ReturnAddress address);

    /**
     * Asks how a build is doing.
     *
     * @return what the runner would have sent as a callback, byte for byte
     * @throws RunnerRefused when the runner does not know the build, or us
     * @throws RunnerUnavailable when the runner cannot be asked now
     */
    byte[] ask(String uid);

    /**
     * Whether the signature that came with a callback is the runner's.
     *
     * @return empty when no key is configured or no signature came, so that nothing can be said
     */
    Optional<Boolean> signed(byte[] body, String signature);

    /** Reads a callback. @throws UnreadableCallback when it cannot be made sense of */
    News read(byte[] body);

    /** Makes a final report of the news, or says why it is too early for one. */
    Verdict judge(News news, Assignment assignment);

    /** The report on work the runner never came back with. */
    Report lost(Assignment assignment);
}
