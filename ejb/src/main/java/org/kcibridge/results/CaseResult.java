package org.kcibridge.results;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.Status;

/**
 * What became of one case of a suite, in the words of the harness that ran it. What is not known is absent; only suite and
 * status always are.
 *
 * @param suite the suite as it was asked for, or as the harness calls it where nobody asked: {@code ltp-smoke}
 * @param name the case's name, level by level where the harness nests cases; empty for the suite as a whole
 * @param status how it ended
 * @param startTime when it began
 * @param duration how long it took, in seconds
 * @param comment one line for people: why it was skipped, what did not hold
 * @param log the lines of this case and no others, separated by line feeds; of very many their end
 * @param measurement the number it came to
 * @param details whatever else the harness tells about it
 */
public record CaseResult(
        String suite,
        List<String> name,
        Status status,
        Optional<OffsetDateTime> startTime,
        Optional<BigDecimal> duration,
        Optional<String> comment,
        String log,
        Optional<Measurement> measurement,
        JsonObject details) {

    public CaseResult {
        if (suite.isBlank()) {
            throw new IllegalArgumentException("a suite has a name");
        }
        if (duration.filter(seconds -> seconds.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("nothing takes less than no time");
        }
        name = List.copyOf(name);
        log = KcidbText.excerpt(log);
    }

    /** A result of which no more is known yet. Without levels of a name it is that of the suite as a whole. */
    public static CaseResult of(String suite, Status status, String... name) {
        return new CaseResult(
                suite,
                List.of(name),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The same result of another suite. */
    CaseResult in(String otherSuite) {
        return new CaseResult(otherSuite, name, status, startTime, duration, comment, log, measurement, details);
    }

    /** The same result of a case that turned out to be a part of another one. */
    CaseResult below(List<String> levels) {
        List<String> all = Stream.concat(levels.stream(), name.stream()).toList();
        return new CaseResult(suite, all, status, startTime, duration, comment, log, measurement, details);
    }

    public boolean isOfWholeSuite() {
        return name.isEmpty();
    }

    /** What the case is called where it stands: the last level of its name. */
    public String caseName() {
        return isOfWholeSuite() ? suite : name.get(name.size() - 1);
    }

    /**
     * The result in a run that broke down by no fault of the kernel. What failed may have failed for that reason, so it says
     * nothing about the code; what passed passed nevertheless.
     */
    public CaseResult inBrokenRun() {
        return status == Status.FAIL
                ? ended(Status.ERROR).commented(comment.orElse("failed in a run that broke down"))
                : this;
    }

    public CaseResult ended(Status how) {
        return new CaseResult(suite, name, how, startTime, duration, comment, log, measurement, details);
    }

    public CaseResult startedAt(OffsetDateTime time) {
        return new CaseResult(suite, name, status, Optional.of(time), duration, comment, log, measurement, details);
    }

    public CaseResult lasting(BigDecimal seconds) {
        return new CaseResult(suite, name, status, startTime, Optional.of(seconds), comment, log, measurement, details);
    }

    public CaseResult commented(String line) {
        return new CaseResult(suite, name, status, startTime, duration, Optional.of(line), log, measurement, details);
    }

    public CaseResult logging(String lines) {
        return new CaseResult(suite, name, status, startTime, duration, comment, lines, measurement, details);
    }

    public CaseResult measuring(Measurement number) {
        return new CaseResult(suite, name, status, startTime, duration, comment, log, Optional.of(number), details);
    }

    public CaseResult with(JsonObject moreDetails) {
        return new CaseResult(suite, name, status, startTime, duration, comment, log, measurement, moreDetails);
    }
}
