package org.kcibridge.it.standin.tuxrun;

import static org.kcibridge.it.standin.tuxrun.LavaLine.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A virtual machine under LAVA, as its log tells of it: it loads a kernel, boots and runs what it is given. */
final class Device {

    private final TuxRun run;
    private final RunOrder order;
    private final LavaLog log;

    Device(TuxRun run, RunOrder order, LavaLog log) {
        this.run = run;
        this.order = order;
        this.log = log;
    }

    void run() {
        load();
        boot();
        if (run.ending() == Ending.BOOT_FAILED) {
            crash();
            return;
        }
        log.action("login-action", "2.1.2", JSON.createObjectBuilder());
        List<Suite> suites = run.suites(order);
        for (int index = 0; index < suites.size(); index++) {
            new SuiteRun(suites.get(index), index, run.logBytes() / suites.size(), log).run();
        }
        finish(
                suites.stream().allMatch(Suite::completed) ? null : "lava-test-shell timed out after 7200 seconds",
                "Test");
    }

    private void load() {
        log.info("lava-dispatcher, installed at version: 2025.10");
        log.info("start: 0 validate");
        log.results(JSON.createObjectBuilder()
                .add("case", "validate")
                .add("definition", "lava")
                .add("result", "pass")
                .build());
        log.action("file-download", "1.1.1", download("rootfs", 42_496_404));
        run.suites(order)
                .forEach(suite -> log.action(
                        "test-overlay",
                        "1.1.3.2",
                        JSON.createObjectBuilder().add("from", "url").add("name", suite.name())));
        log.action("http-download", "1.4.1", download("kernel", 9_892_352));
        log.action(
                "execute-qemu",
                "2.1.1",
                JSON.createObjectBuilder()
                        .add("host_arch", "amd64")
                        .add("job_arch", order.architecture())
                        .add("qemu_version", "1:10.0.2+ds-2"));
    }

    private static JsonObjectBuilder download(String label, int size) {
        String sum = "%064x".formatted(31L * size * label.hashCode());
        return JSON.createObjectBuilder()
                .add("label", label)
                .add("sha256sum", sum)
                .add("size", size);
    }

    private void boot() {
        log.target("[    0.000000] Booting Linux from " + order.kernel());
        log.target("[    0.000000] Machine model: " + order.device());
        log.target("[    1.204451] Freeing unused kernel image (initmem) memory: 2260K");
    }

    private void crash() {
        run.lastWords().forEach(log::target);
        log.results(JSON.createObjectBuilder()
                .add("case", "login-action")
                .add("definition", "lava")
                .add("duration", "300.00")
                .add("extra", JSON.createObjectBuilder().add("fail", "login-action timed out after 300 seconds"))
                .add("level", "2.1.2")
                .add("namespace", "common")
                .add("result", "fail")
                .build());
        finish("login-action timed out after 300 seconds", "Job");
    }

    /** The job as a whole, which goes well as long as LAVA itself has nothing to complain about. */
    private void finish(String trouble, String whose) {
        var job = JSON.createObjectBuilder().add("case", "job").add("definition", "lava");
        if (trouble == null) {
            log.info("Job finished correctly");
            log.results(job.add("result", "pass").build());
        } else {
            log.say("error", whose + "Error: " + trouble);
            log.results(job.add("error_msg", trouble)
                    .add("error_type", whose)
                    .add("result", "fail")
                    .build());
        }
    }
}
