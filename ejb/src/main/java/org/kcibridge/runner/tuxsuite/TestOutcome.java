package org.kcibridge.runner.tuxsuite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kcibridge.report.Status;
import org.kcibridge.results.CaseResult;
import org.kcibridge.results.LavaResults;
import org.kcibridge.results.ResultWord;
import org.kcibridge.runner.TestOrder;

/**
 * How booting and each suite of a test ended, from all that is known: what was asked for, TuxSuite's account, and LAVA's
 * results if they could be had. Nothing that was asked for is passed over in silence.
 */
final class TestOutcome {

    private final TestOrder order;
    private final TestStatus test;
    private final boolean brokeDown;
    private final Optional<LavaResults> lava;
    private final String gap;

    /**
     * @param brokeDown whether it is trouble of its own that TuxSuite has spoken its last word on
     * @param gap why there are no results of LAVA's; not looked at if there are
     */
    TestOutcome(TestOrder order, TestStatus test, boolean brokeDown, Optional<LavaResults> lava, String gap) {
        this.order = order;
        this.test = test;
        this.brokeDown = brokeDown;
        this.lava = lava;
        this.gap = gap;
    }

    /** Booting first, then the suites. */
    List<CaseResult> results() {
        CaseResult boot = boot();
        List<CaseResult> results = new ArrayList<>(List.of(boot));
        suites().forEach(suite -> results.addAll(suite(suite, boot.status())));
        return results;
    }

    /** A test of which nothing was ever heard again. */
    static List<CaseResult> lost(TestOrder order, String reason) {
        List<CaseResult> results = new ArrayList<>(List.of(missed(LavaResults.BOOT, reason)));
        order.tests().stream()
                .distinct()
                .filter(suite -> !suite.isBlank())
                .forEach(suite -> results.add(missed(suite, reason)));
        return results;
    }

    private Set<String> suites() {
        Set<String> suites = new LinkedHashSet<>(order.tests());
        suites.addAll(test.suites());
        lava.ifPresent(results -> suites.addAll(results.suites()));
        suites.addAll(test.verdicts().keySet());
        suites.removeIf(suite -> suite.isBlank() || suite.equals(LavaResults.BOOT));
        return suites;
    }

    /**
     * TuxSuite's word goes first, as it is the one its users see. Only of a run that broke down LAVA knows more: whether
     * the kernel was started at all.
     */
    private CaseResult boot() {
        Optional<CaseResult> seen = lava.flatMap(LavaResults::boot);
        Status ended = told(LavaResults.BOOT)
                .filter(status -> status == Status.PASS || !brokeDown)
                .or(() -> seen.map(CaseResult::status))
                .orElseGet(this::guessed);
        CaseResult boot = seen.flatMap(CaseResult::duration)
                .map(CaseResult.of(LavaResults.BOOT, ended)::lasting)
                .orElseGet(() -> CaseResult.of(LavaResults.BOOT, ended));
        Optional<String> reason = seen.flatMap(CaseResult::comment)
                .or(test::neverRan)
                .or(test::message)
                .filter(message -> ended != Status.PASS);
        return reason.map(boot::commented).orElse(boot);
    }

    /** A verdict of TuxSuite's that says something about the kernel. */
    private Optional<Status> told(String suite) {
        return test.verdict(suite).flatMap(word -> switch (word) {
            case "pass" -> Optional.of(Status.PASS);
            case "fail" -> Optional.of(Status.FAIL);
            default -> Optional.empty();
        });
    }

    /** Nobody tells how booting went. If it was all there was to do the result is its result; else who knows. */
    private Status guessed() {
        if (test.neverRan().isPresent()) {
            return Status.MISS;
        }
        if (brokeDown) {
            return test.time("running_time").isPresent() ? Status.ERROR : Status.MISS;
        }
        String result = test.word("result").orElse("unknown");
        boolean decided = result.equals("pass") || result.equals("fail") && suites().isEmpty();
        return decided ? ResultWord.status(result) : Status.ERROR;
    }

    private List<CaseResult> suite(String suite, Status boot) {
        List<CaseResult> reported = lava.map(results -> results.suite(suite)).orElse(List.of());
        if (!reported.isEmpty()) {
            return reported;
        }
        if (boot != Status.PASS) {
            return List.of(missed(suite, test.neverRan().orElse("never ran, as the kernel was not seen to boot")));
        }
        return List.of(
                lava.isPresent() ? missed(suite, "asked for, and nothing was reported of it") : withoutCases(suite));
    }

    /**
     * TuxSuite's word is all there is. If it is that the suite failed, something did; that it passed may mean no more than
     * that it ran to its end, which is no verdict.
     */
    private CaseResult withoutCases(String suite) {
        String word = test.verdict(suite).orElse(brokeDown ? "nothing" : "unknown");
        Status ended =
                switch (word) {
                    case "pass" -> Status.DONE;
                    case "fail" -> Status.FAIL;
                    case "skip" -> Status.SKIP;
                    case "nothing" -> Status.MISS;
                    default -> Status.ERROR;
                };
        return CaseResult.of(suite, ended)
                .commented("TuxSuite says '%s', and which cases there were is not known: %s".formatted(word, gap));
    }

    private static CaseResult missed(String suite, String reason) {
        return CaseResult.of(suite, Status.MISS).commented(reason);
    }
}
