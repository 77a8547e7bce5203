package org.kcibridge.runner;

import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Report;

/** A runner that says what it is, and does nothing. */
record IdleRunner(String code, boolean isThere, List<News.Subject> subjects) implements Runner {

    @Override
    public boolean offers(News.Subject subject) {
        return subjects.contains(subject);
    }

    @Override
    public String order(Order order, ReturnAddress address) {
        throw new RunnerUnavailable("it is idle");
    }

    @Override
    public byte[] ask(Order order, String uid) {
        throw new RunnerUnavailable("it is idle");
    }

    @Override
    public void cancel(Order order, String uid) {
        throw new RunnerUnavailable("it is idle");
    }

    @Override
    public Optional<Boolean> signed(byte[] body, String signature) {
        return Optional.empty();
    }

    @Override
    public News read(byte[] body) {
        throw new UnreadableCallback("it says nothing");
    }

    @Override
    public Evidence gather(News news, Assignment assignment) {
        return Evidence.NONE;
    }

    @Override
    public Verdict judge(News news, Assignment assignment, Evidence evidence) {
        return new Verdict.TooEarly("it says nothing");
    }

    @Override
    public Report lost(Assignment assignment) {
        return Report.builder().build();
    }
}
