package org.kcibridge.results;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kcibridge.log.OneLine;
import org.kcibridge.report.Status;

/** One {@code <testcase>} while it is read. What it holds may come in any order, and more than once. */
final class JUnitCase {

    /** Some writers put commas between thousands. */
    private static final Pattern SECONDS = Pattern.compile("[0-9][0-9,]{0,14}(\\.[0-9]{1,15})?");

    private final String suite;
    private final List<String> name;
    private final Optional<OffsetDateTime> startTime;
    private final Optional<BigDecimal> duration;
    private final CaseLog log = new CaseLog();
    private Status status = Status.PASS;
    private Optional<String> comment = Optional.empty();

    /** @param time how long it took, in seconds; may be missing or anything */
    JUnitCase(String suite, List<String> name, Optional<OffsetDateTime> startTime, String time) {
        this.suite = suite;
        this.name = name;
        this.startTime = startTime;
        this.duration = Optional.ofNullable(time)
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace(",", "")));
    }

    /**
     * It failed, broke or was skipped. The worst that is said counts, and of that the first.
     *
     * @param message may be {@code null}
     */
    void ended(Status how, String message) {
        if (status == Status.PASS || how.compareTo(status) < 0) {
            status = how;
            comment = Optional.ofNullable(message).map(OneLine::of).filter(text -> !text.isEmpty());
        }
    }

    void logs(String text) {
        if (!text.isBlank()) {
            log.add(text.strip());
        }
    }

    CaseResult result() {
        CaseResult plain =
                CaseResult.of(suite, status, name.toArray(String[]::new)).logging(log.toString());
        CaseResult timed = duration.map(plain::lasting).orElse(plain);
        CaseResult placed = startTime.map(timed::startedAt).orElse(timed);
        return comment.map(placed::commented).orElse(placed);
    }
}
