package org.kcibridge.it.standin.tuxrun;

import static org.kcibridge.it.standin.tuxrun.LavaLine.JSON;

import jakarta.json.JsonObject;

/** A suite while it runs on the device: the signals by which it tells of itself, and whatever else it prints. */
final class SuiteRun {

    private static final String CHATTER = " audit: type=1300 arch=c00000f3 syscall=64 success=yes exit=0 ppid=1 comm=";

    private final Suite suite;
    private final String indexed;
    private final String uuid;
    private final long noise;
    private final LavaLog log;

    /** @param bytes what the suite prints besides its signals and what its cases are told to print */
    SuiteRun(Suite suite, int index, long bytes, LavaLog log) {
        this.suite = suite;
        this.indexed = index + "_" + suite.name();
        this.uuid = "1_1.1.3." + (2 * index + 1);
        this.noise = bytes / Math.max(1, suite.cases().size());
        this.log = log;
    }

    void run() {
        log.signal("STARTRUN", indexed + " " + uuid);
        boolean first = true;
        for (TestCase testCase : suite.cases()) {
            chatter(testCase.name());
            if (testCase.log().isEmpty()) {
                signalled(testCase, first);
            } else {
                bracketed(testCase);
            }
            first = false;
        }
        if (suite.completed()) {
            log.signal("ENDRUN", indexed + " " + uuid);
        }
        log.results(JSON.createObjectBuilder()
                .add("case", indexed)
                .add("definition", "lava")
                .add("duration", "8.12")
                .add("result", suite.completed() ? "pass" : "fail")
                .add("uuid", uuid)
                .build());
    }

    /** One signal says it all. LAVA sometimes notices it before it logs it, as of a suite's first case here. */
    private void signalled(TestCase testCase, boolean noticedEarly) {
        String rest = outcome(testCase);
        int line = log.lines();
        if (noticedEarly) {
            log.debug("Received signal: <TESTCASE> " + rest);
            log.results(results(testCase, line, line));
            log.target("<LAVA_SIGNAL_TESTCASE " + rest + ">");
        } else {
            log.signal("TESTCASE", rest);
            log.results(results(testCase, line + 1, line + 1));
        }
    }

    /** Signals say where the case begins and where it ends. */
    private void bracketed(TestCase testCase) {
        int start = log.lines() + 1;
        log.signal("STARTTC", testCase.name());
        testCase.log().forEach(log::target);
        int end = log.lines() + 1;
        log.signal("ENDTC", testCase.name());
        log.signal("TESTCASE", outcome(testCase));
        log.results(results(testCase, start, end));
    }

    private static String outcome(TestCase testCase) {
        return "TEST_CASE_ID=" + testCase.name() + " RESULT=" + testCase.result();
    }

    private JsonObject results(TestCase testCase, int start, int end) {
        var results = JSON.createObjectBuilder()
                .add("case", testCase.name())
                .add("definition", indexed)
                .add("endtc", end)
                .add("result", testCase.result())
                .add("starttc", start);
        if (!testCase.level().isEmpty()) {
            results.add("set", testCase.level());
        }
        return results.build();
    }

    private void chatter(String about) {
        long left = noise;
        while (left > 0) {
            String line = "[" + log.lines() + "]" + CHATTER + about;
            log.target(line);
            left -= line.length() + 1;
        }
    }
}
