package org.kcibridge.runner;

import java.util.Optional;
import org.kcibridge.report.Report;

/**
 * Something that builds and tests kernels for us. An implementation knows the runner's wire formats and nothing of our
 * database. What goes over the network (ordering, asking, cancelling, gathering) never happens inside a transaction; what
 * may happen inside one (reading, judging) never goes over the network.
 */
public interface Runner {

    /** The name clients order by, {@code tuxsuite} for example. */
    String code();

    /** Whether it is configured, so that work can be given to it. One that is not any more still gives up its old jobs. */
    default boolean isThere() {
        return true;
    }

    /** Whether such work can be ordered at all. */
    default boolean offers(News.Subject subject) {
        return subject != News.Subject.OTHER;
    }

    /**
     * Whether its results are handed in, as labs do it, under the job's id; its news then only tell that something went wrong.
     */
    default boolean handsResultsIn() {
        return false;
    }

    /**
     * Hands work over.
     *
     * @return the runner's own id of the work
     * @throws RunnerRefused when the runner says no: trying again will not help
     * @throws RunnerUnavailable when nobody can tell whether the runner took it: it has to be tried again
     */
    String order(Order order, ReturnAddress address);

    /**
     * Asks how work is doing.
     *
     * @param uid the runner's id of it
     * @return what the runner would have sent as a callback, byte for byte
     * @throws RunnerRefused when the runner does not know the work, or us
     * @throws RunnerUnavailable when the runner cannot be asked now
     */
    byte[] ask(Order order, String uid);

    /**
     * Tells the runner to stop work. How it ended is told by the news that follow: it may have been over already.
     *
     * @param uid the runner's id of it
     * @throws RunnerRefused when there is nothing to stop, or the runner does not know us
     * @throws RunnerUnavailable when nobody can tell whether the runner heard it: it has to be told again
     */
    void cancel(Order order, String uid);

    /**
     * Whether the signature that came with a callback is the runner's.
     *
     * @return empty when no key is configured or no signature came, so that nothing can be said
     */
    Optional<Boolean> signed(byte[] body, String signature);

    /** Reads a callback. @throws UnreadableCallback when it cannot be made sense of */
    News read(byte[] body);

    /**
     * Fetches what news point to. To be called when {@link #judge} asks for it; whoever calls closes what it gets.
     *
     * @return what could be had; an artefact that cannot is no exception, {@link Evidence#gap} tells of it
     */
    Evidence gather(News news, Assignment assignment);

    /**
     * Makes a final report of the news, or says why it is too early for one.
     *
     * @param evidence what {@link #gather} found, or {@link Evidence#NONE}, by which many news can be judged already
     */
    Verdict judge(News news, Assignment assignment, Evidence evidence);

    /** The report on work the runner never came back with. */
    Report lost(Assignment assignment);
}
