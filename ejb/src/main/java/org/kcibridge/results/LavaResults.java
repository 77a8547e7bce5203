package org.kcibridge.results;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kcibridge.report.Status;

/**
 * What LAVA tells of a job in results.json, as TuxSuite, tuxrun and LAVA labs write it: the steps of the job itself, and the
 * cases of each suite.
 *
 * <p>The verdicts are those of the cases. That a step of the name of a suite passed only says that the suite ran to its end,
 * whatever became of its cases; that it failed says that it did not, and that cases may be missing.
 */
public final class LavaResults {

    /** The suite that is on every kernel's list. */
    public static final String BOOT = "boot";

    private static final List<String> LOGGING_IN = List.of("login-action", "auto-login-action");
    private static final String KERNEL_MESSAGES = "kernel-messages";
    private static final String STARTING = "execute-";
    /** LAVA blames itself, the lab, the job's definition or whoever cancelled it; the others speak of kernel and test. */
    private static final Set<String> NOT_THE_KERNEL = Set.of("infrastructure", "bug", "configuration", "canceled");

    private final Map<String, LavaAction> steps;
    private final Map<String, List<CaseResult>> suites;

    LavaResults(Map<String, LavaAction> steps, Map<String, List<CaseResult>> suites) {
        this.steps = steps;
        this.suites = suites;
    }

    /**
     * Reads results.json, case by case.
     *
     * @throws MalformedResults when it is not JSON, or not of this form
     * @throws IOException when it cannot be read to its end
     */
    public static LavaResults read(InputStream json) throws IOException {
        return LavaReader.read(json);
    }

    /** A suite's name without its place in the job, which LAVA and those who use it may put in front: {@code 0_ltp-smoke}. */
    public static String withoutIndex(String suite) {
        return LavaNames.withoutIndex(suite);
    }

    /** The suites it tells of, in its order and without their index. */
    public Set<String> suites() {
        Set<String> names = new LinkedHashSet<>(suites.keySet());
        steps.forEach((name, step) -> {
            // Steps of the job have no id of a test definition.
            if (step.json().containsKey("uuid")) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * What it tells of a suite: its cases, and first a result of the suite as a whole when cases are missing or there is
     * none. Empty if the suite does not occur, so that it never ran.
     */
    public List<CaseResult> suite(String suite) {
        List<CaseResult> cases = suites.getOrDefault(suite, List.of());
        List<CaseResult> results = new ArrayList<>();
        Optional<LavaAction> run = Optional.ofNullable(steps.get(suite));
        if (run.isPresent()) {
            run.flatMap(step -> whole(suite, step, cases.isEmpty())).ifPresent(results::add);
        } else if (!cases.isEmpty() && failed()) {
            results.add(unfinished(suite));
        }
        results.addAll(brokeDown() ? cases.stream().map(CaseResult::inBrokenRun).toList() : cases);
        return results;
    }

    /**
     * A suite that ran to its end and reported no case was not found to work, so it does not pass. It was not found to be
     * broken either, and it did run: it is DONE, which is KCIDB's word for that.
     */
    private Optional<CaseResult> whole(String suite, LavaAction step, boolean empty) {
        Status ended = ResultWord.status(step.word().orElse("unknown"));
        CaseResult result =
                switch (ended) {
                    case PASS -> CaseResult.of(suite, Status.DONE).commented("ran to its end and reported no case");
                    case SKIP -> CaseResult.of(suite, Status.SKIP);
                    default -> unfinished(suite);
                };
        boolean fine = ended == Status.PASS || ended == Status.SKIP;
        return fine && !empty ? Optional.empty() : Optional.of(timed(result, step));
    }

    private CaseResult unfinished(String suite) {
        String reason = error().map(message -> ": " + message).orElse("");
        return CaseResult.of(suite, Status.ERROR).commented("did not run to its end" + reason);
    }

    /** All there is: how booting went, and each suite. */
    public List<CaseResult> all() {
        return Stream.concat(boot().stream(), suites().stream().flatMap(name -> suite(name).stream()))
                .toList();
    }

    /** How booting went, as far as that can be seen; nothing if the results hold nothing at all. */
    public Optional<CaseResult> boot() {
        Optional<LavaAction> login =
                LOGGING_IN.stream().filter(steps::containsKey).map(steps::get).findFirst();
        if (login.isPresent()) {
            Status ended = ResultWord.status(login.get().word().orElse("unknown"));
            return Optional.of(timed(boot(ended), login.get()));
        }
        if (suites.values().stream().anyMatch(cases -> !cases.isEmpty())) {
            return Optional.of(boot(Status.PASS));
        }
        if (steps.containsKey(KERNEL_MESSAGES)) {
            boolean passed = steps.get(KERNEL_MESSAGES).passed();
            return Optional.of(boot(passed ? Status.ERROR : Status.FAIL));
        }
        boolean started = steps.keySet().stream().anyMatch(step -> step.startsWith(STARTING));
        return steps.isEmpty() ? Optional.empty() : Optional.of(boot(started ? Status.ERROR : Status.MISS));
    }

    private CaseResult boot(Status ended) {
        CaseResult boot = CaseResult.of(BOOT, ended);
        CaseResult explained = error().filter(message -> ended != Status.PASS)
                .map(boot::commented)
                .orElse(boot);
        return brokeDown() ? explained.inBrokenRun() : explained;
    }

    /** Whether it is the lab that failed, and not the kernel or a test. */
    public boolean brokeDown() {
        return job().flatMap(job -> job.text("error_type"))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(NOT_THE_KERNEL::contains)
                .isPresent();
    }

    /** Why the job failed, in LAVA's words. */
    public Optional<String> error() {
        return job().flatMap(job -> job.text("error_msg"));
    }

    /** What the kernel ran on, where LAVA tells: version of the emulator, architecture of its host. */
    public JsonObject environment() {
        return steps.entrySet().stream()
                .filter(step -> step.getKey().startsWith(STARTING))
                .map(step -> step.getValue().json().get("extra"))
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private boolean failed() {
        return job().filter(job -> !job.passed()).isPresent();
    }

    private Optional<LavaAction> job() {
        return Optional.ofNullable(steps.get("job"));
    }

    private static CaseResult timed(CaseResult result, LavaAction step) {
        return step.duration().map(result::lasting).orElse(result);
    }
}
