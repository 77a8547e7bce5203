package org.kcibridge.it.standin;

import java.util.Collections;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Requests of one kind, and what shall go wrong with them: either they are answered something else and nothing is done, or
 * they are done and their answer is spoilt. What is told for the next requests is used up in its order; after that holds
 * what is told for all.
 */
public final class Occasion {

    private final RequestKind kind;
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private volatile Fault always;

    Occasion(RequestKind kind) {
        this.kind = kind;
    }

    /** Gives the next requests these answers instead of doing what they ask. */
    public Occasion answerNext(Answer... answers) {
        for (Answer answer : answers) {
            next.add(genuine -> answer);
        }
        return this;
    }

    /** Gives so many of the next requests this answer instead of doing what they ask. */
    public Occasion answerNext(int requests, Answer answer) {
        next.addAll(Collections.nCopies(requests, genuine -> answer));
        return this;
    }

    /** Gives all requests this answer instead of doing what they ask. */
    public Occasion answerAll(Answer answer) {
        always = genuine -> answer;
        return this;
    }

    /** Does what the next request asks, but spoils the answer: {@code spoilNext(Answer::truncated)}. */
    public Occasion spoilNext(UnaryOperator<Answer> spoiling) {
        return spoilNext(1, spoiling);
    }

    /** Does what so many of the next requests ask, but spoils their answers. */
    public Occasion spoilNext(int requests, UnaryOperator<Answer> spoiling) {
        next.addAll(Collections.nCopies(requests, genuine -> spoiling.apply(genuine.get())));
        return this;
    }

    /** Does what requests ask, but spoils all answers: {@code spoilAll(answer -> answer.after(ofSeconds(20)))}. */
    public Occasion spoilAll(UnaryOperator<Answer> spoiling) {
        always = genuine -> spoiling.apply(genuine.get());
        return this;
    }

    /** Nothing goes wrong any more. */
    public Occasion behave() {
        next.clear();
        always = null;
        return this;
    }

    boolean matches(Request request) {
        return kind.matches(request);
    }

    /** What goes wrong now, if anything; what was told for one request is used up by it. */
    Optional<Fault> fault() {
        Fault told = next.poll();
        return Optional.ofNullable(told == null ? always : told);
    }

    /** Makes an answer of the genuine one, which is not given, and nothing done, unless it is asked for. */
    interface Fault {
        Answer spoil(Supplier<Answer> genuine);
    }
}
