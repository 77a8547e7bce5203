package org.kcibridge.it.benchmark;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What clients ask for, over REST. No two numbers ask for the same. */
final class Orders {

    static final String BUILDS = "/api/v1/builds/run";
    static final String TESTS = "/api/v1/tests/run";

    private static final int SUITES = 10;

    private Orders() {}

    static String build(int number) {
        return """
                {"toolchain":"gcc-14","tree":"mainline","branch":"benchmark-%d","kconfig":"defconfig","fragments":["CONFIG_KASAN=y"]}"""
                .formatted(number);
    }

    /** A request for ten tests. */
    static String tests(int number) {
        return tests(
                number,
                IntStream.range(0, SUITES)
                        .mapToObj(suite -> "ltp-suite" + suite)
                        .toArray(String[]::new));
    }

    static String tests(int number, String... suites) {
        return """
                {"build_id":"maestro:benchmark%d","kernel_image_url":"https://files.example.org/%d/Image.gz",\
                "modules_url":"https://files.example.org/%d/modules.tar.xz","collection":"benchmark","tests":[%s]}"""
                .formatted(
                        number,
                        number,
                        number,
                        IntStream.range(0, suites.length)
                                .mapToObj(suite -> '"' + suites[suite] + '"')
                                .collect(Collectors.joining(",")));
    }

    /** Asks, and waits until the runner has it. @return the job */
    static UUID place(Bridge bridge, String path, String order) throws Exception {
        UUID job = placed(bridge.api().post(path, order));
        Patience.until(
                "the runner has the job", 20, () -> !uid(bridge.database(), job).isEmpty());
        return job;
    }

    /** The job that an answer tells of. */
    static UUID placed(Api.Answer answer) {
        String location = answer.require(204).location();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** The runner's id of a job; empty while it has none. */
    static String uid(Database database, UUID job) throws Exception {
        return database.text("select coalesce(runner_uid, '') from job where id = '%s'".formatted(job));
    }
}
