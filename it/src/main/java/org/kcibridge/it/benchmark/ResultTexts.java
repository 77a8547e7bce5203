package org.kcibridge.it.benchmark;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results as test harnesses write them: most cases pass, some tell why they did not. */
final class ResultTexts {

    private static final int CASES_OF_A_SUITE = 50;
    private static final int FAILS = 20;
    private static final int IS_SKIPPED = 25;

    private ResultTexts() {}

    static boolean fails(int number) {
        return number % FAILS == 7;
    }

    static boolean isSkipped(int number) {
        return number % IS_SKIPPED == 3;
    }

    /** KUnit's, suite by suite, as they stand in the log of a boot. */
    static String ktap(int cases) {
        StringBuilder log = new StringBuilder();
        int suites = cases / CASES_OF_A_SUITE;
        print(log, "KTAP version 1", "1.." + suites);
        for (int suite = 1; suite <= suites; suite++) {
            print(log, "    KTAP version 1", "    # Subtest: suite" + suite, "    1.." + CASES_OF_A_SUITE);
            for (int number = 1; number <= CASES_OF_A_SUITE; number++) {
                kunitCase(log, number);
            }
            print(
                    log,
                    "# suite%d: pass:46 fail:2 skip:2 total:50".formatted(suite),
                    "not ok %d suite%d".formatted(suite, suite));
        }
        return log.toString();
    }

    private static void kunitCase(StringBuilder log, int number) {
        if (fails(number)) {
            print(
                    log,
                    "    # case%d: EXPECTATION FAILED at lib/some_test.c:%d".formatted(number, number),
                    "    Expected size == 4096, but",
                    "        size == %d (0x%x)".formatted(number, number),
                    "    not ok %d case%d".formatted(number, number));
        } else if (isSkipped(number)) {
            print(log, "    ok %d case%d # SKIP needs more processors".formatted(number, number));
        } else {
            print(log, "    ok %d case%d".formatted(number, number));
        }
    }

    /** As the kernel prints it. */
    private static void print(StringBuilder log, String... lines) {
        for (String line : lines) {
            log.append(String.format(Locale.ROOT, "[%12.6f] ", log.length() / 1e6))
                    .append(line)
                    .append('\n');
        }
    }

    static String tap(int cases) {
        return IntStream.rangeClosed(1, cases)
                .mapToObj(ResultTexts::tapCase)
                .collect(Collectors.joining("", "TAP version 13\n1..%d\n".formatted(cases), ""));
    }

    private static String tapCase(int number) {
        if (fails(number)) {
            return """
                    not ok %d - case%d
                      ---
                      message: it did not hold
                      severity: fail
                      data: %d
                      ...
                    """
                    .formatted(number, number, number);
        }
        return isSkipped(number)
                ? "ok %d - case%d # SKIP needs more processors\n".formatted(number, number)
                : "ok %d - case%d\n# it took %d ms\n".formatted(number, number, number);
    }

    /** As pytest writes it. */
    static String junit(int cases) {
        return IntStream.rangeClosed(1, cases)
                .mapToObj(ResultTexts::junitCase)
                .collect(Collectors.joining(
                        "",
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <testsuites><testsuite name="pytest" tests="%d" timestamp="2026-03-02T10:00:00+00:00" hostname="board">
                        """
                                .formatted(cases),
                        "</testsuite></testsuites>\n"));
    }

    private static String junitCase(int number) {
        String told = fails(number)
                ? "<failure message=\"AssertionError: assert %d == 0\">def test_it():\n%s</failure>"
                        .formatted(number, ">   assert read() == 0\nE   assert 1 == 0\n".repeat(10))
                : isSkipped(number)
                        ? "<skipped type=\"pytest.skip\" message=\"needs more processors\"/>"
                        : "<system-out>read 4096 bytes &amp; closed</system-out>";
        return "<testcase classname=\"tests.test_device\" name=\"test_case%d\" time=\"0.%03d\">%s</testcase>\n"
                .formatted(number, number % 1000, told);
    }
}
