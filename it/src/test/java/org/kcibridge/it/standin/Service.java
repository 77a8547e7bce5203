package org.kcibridge.it.standin;

import java.net.URI;
import java.util.function.Supplier;

/** The two stand-ins, for tests of what is alike in both: each with something to do that it takes on. */
enum Service {
    TUXSUITE(() -> {
        var tuxSuite = new TuxSuiteStandIn("token", "lab", "kernels");
        return new Subject(
                tuxSuite,
                tuxSuite.script(),
                tuxSuite.url().resolve("/v1/groups/lab/projects/kernels/tests"),
                "token",
                "{\"device\": \"qemu-riscv64\", \"kernel\": \"https://files.example/Image.gz\"}",
                () -> tuxSuite.tests().size());
    }),

    KCIDB(() -> {
        var kcidb = new KcidbStandIn("token");
        return new Subject(
                kcidb,
                kcidb.script(),
                kcidb.submitUrl(),
                "Bearer token",
                "{\"version\": {\"major\": 5, \"minor\": 3}, \"checkouts\": [{\"id\": \"lab:1\", \"origin\": \"lab\"}]}",
                () -> kcidb.documents().size());
    });

    private final Supplier<Subject> making;

    Service(Supplier<Subject> making) {
        this.making = making;
    }

    Subject start() {
        return making.get();
    }

    /**
     * A stand-in under test.
     *
     * @param work where it is given something to do
     * @param taken how much it has taken on
     */
    record Subject(
            StandIn<?> standIn, Script<?> script, URI work, String authorization, String body, Supplier<Integer> taken)
            implements AutoCloseable {

        @Override
        public void close() {
            standIn.close();
        }
    }
}
