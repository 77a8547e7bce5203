package org.kcibridge.fastapi;

import java.util.List;
import java.util.Locale;

/** The tables of the service before us, with the columns that are read. Its versions differ in others. */
public enum OldTable {
    SCHEDULED_BUILD("build_uid", "toolchain", "tree", "branch", "kconfig", "fragments", "scheduled_at"),
    RUN_BUILD("build_uid", "status", "submitted"),
    BUILD_ARTIFACT("build_uid", "kernel_image", "modules", "kernel_version"),
    SCHEDULED_TESTS("test_uid", "build_id", "test_collection", "tests", "scheduled_at"),
    TEST_RESULTS("id", "test_uid", "results"),
    RUN_TESTS("build_id", "test", "ran_at", "received_results", "submitted_results");

    private final List<String> columns;

    OldTable(String... columns) {
        this.columns = List.of(columns);
    }

    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> columns() {
        return columns;
    }
}
