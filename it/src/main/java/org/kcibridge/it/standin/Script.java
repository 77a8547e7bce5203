package org.kcibridge.it.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What goes wrong at a stand-in, by a test's order. Everything can be told at any time, and {@link #reset} ends it.
 *
 * <p>What is given to do, orders or documents, has methods here; other requests are named first:
 *
 * <pre>{@code
 * script().answerNext(Answer.reset());                                        // refused without a word, not done
 * script().spoilNext(answer -> answer.after(Duration.ofSeconds(20)));         // done, but the answer comes too late
 * script().on("GET", "/logs.txt").answerAll(Answer.oversized(1L << 40));
 * }</pre>
 */
public abstract class Script<S extends Script<S>> {

    private final Map<RequestKind, Occasion> occasions = new LinkedHashMap<>();
    private final RequestKind work;
    private volatile int denial;

    Script(RequestKind work) {
        this.work = work;
    }

    /** The next things to do get these answers, and are not taken on. */
    public S answerNext(Answer... answers) {
        work().answerNext(answers);
        return self();
    }

    /** So many of the next things to do get this answer, and are not taken on. */
    public S answerNext(int requests, Answer answer) {
        work().answerNext(requests, answer);
        return self();
    }

    /** Refuses the next thing to do, with a message in the words and the shape of the service. */
    public S refuseNext(int status, String message) {
        return answerNext(refusal(status, message));
    }

    /** The next thing to do is taken on, but the answer is spoilt. */
    public S spoilNext(UnaryOperator<Answer> spoiling) {
        work().spoilNext(spoiling);
        return self();
    }

    /** So many of the next things to do are taken on, but the answers are spoilt. */
    public S spoilNext(int requests, UnaryOperator<Answer> spoiling) {
        work().spoilNext(requests, spoiling);
        return self();
    }

    /**
     * Requests of one kind, to tell what shall go wrong with them.
     *
     * @param method as in {@code GET}
     * @param path a regular expression for the end of the path
     */
    public Occasion on(String method, String path) {
        synchronized (occasions) {
            return occasions.computeIfAbsent(new RequestKind(method, path), Occasion::new);
        }
    }

    /** Denies access to every token until further notice: 401, or 403 if the test likes that better. */
    public S deny(int status) {
        denial = status;
        return self();
    }

    /** Knows the right token again. */
    public S admit() {
        return deny(0);
    }

    /** Forgets everything told so far. */
    public S reset() {
        synchronized (occasions) {
            occasions.clear();
        }
        return admit();
    }

    abstract S self();

    /** How the service refuses, as it would say it itself. */
    abstract Answer refusal(int status, String message);

    OptionalInt denial() {
        int status = denial;
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The answer to a request, spoilt if it shall be. */
    Answer play(Request request, Supplier<Answer> genuine) {
        return fault(request).map(fault -> fault.spoil(genuine)).orElseGet(genuine);
    }

    private Optional<Occasion.Fault> fault(Request request) {
        synchronized (occasions) {
            return occasions.values().stream()
                    .filter(occasion -> occasion.matches(request))
                    .map(Occasion::fault)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private Occasion work() {
        return on(work.method(), work.path());
    }
}
