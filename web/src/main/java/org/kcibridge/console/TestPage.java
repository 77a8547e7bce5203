package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kcibridge.aggregate.Histories;
import org.kcibridge.aggregate.History;

/** A test's way through time. */
@Named("history")
@RequestScoped
public class TestPage {

    private static final int MOST = 40;

    @Inject
    Histories histories;

    @Inject
    Pages pages;

    private List<Moment> moments;

    /** Oldest first, as one reads. */
    public List<Moment> getMoments() {
        if (moments == null) {
            String id = pages.parameter("id");
            moments = new ArrayList<>(histories.of(id, MOST).map(History::results).orElse(List.of()).stream()
                    .map(result -> new Moment(result, result.testId().equals(id)))
                    .toList());
            Collections.reverse(moments);
        }
        return moments;
    }

    /** What the result of the test itself means; empty when it has no history. */
    public String getCourse() {
        return getMoments().stream()
                .filter(Moment::current)
                .findFirst()
                .map(moment -> moment.result().course().name())
                .orElse("");
    }

    /** A result in it. */
    public record Moment(History.Result result, boolean current) {

        public String getId() {
            return result.testId();
        }

        public String getCourse() {
            return result.course().name();
        }

        public String getStatus() {
            return result.status().map(Enum::name).orElse("NONE");
        }

        public String getCommit() {
            return result.commitName().or(result::commitHash).orElse(result.checkoutId());
        }

        public boolean isCurrent() {
            return current;
        }
    }
}
