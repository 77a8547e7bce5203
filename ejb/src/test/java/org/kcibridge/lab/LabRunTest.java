package org.kcibridge.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class LabRunTest {

    private static final String SIGNS = "ab1_-.~:/ \u00e4";

    @ParameterizedTest
    @CsvSource({
        "lava-collabora, 4711, lava-collabora:4711",
        "lab.example.org, 2f1c9a3e-77aa-4b6f-9c57-0a6d3d1f7a52, lab.example.org:2f1c9a3e-77aa-4b6f-9c57-0a6d3d1f7a52",
        "lab, nightly_7, lab:nightly-7~8d7e167f01f3e395",
        "My Lab, 1, My-Lab~8c23cccc8fa30ba1:1"
    })
    void isToldApartByLabAndId(String runtime, String uid, String expected) {
        assertThat(run(runtime, uid).uid()).matches("[!-~]{1,200}").isEqualTo(expected);
    }

    @Test
    void hasAnUidOfItsOwn() {
        Random random = new Random(5);
        Set<List<String>> runs = new HashSet<>();
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String runtime = text(random);
            String uid = text(random);
            if (runs.add(List.of(runtime, uid))) {
                assertThat(uids.add(run(runtime, uid).uid()))
                        .as("%s / %s", runtime, uid)
                        .isTrue();
            }
        }
        // What stands before the first underscore of a test's id is the run, whatever follows.
        assertThat(uids).noneMatch(uid -> uid.contains("_"));
    }

    @Test
    void staysShortHoweverLongTheNames() {
        assertThat(run("r".repeat(100), "u".repeat(200)).uid()).hasSizeLessThanOrEqualTo(200);
    }

    private static LabRun run(String runtime, String uid) {
        return new LabRun(uid, "maestro:1", "qemu-riscv64", runtime);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(5); length > 0; length--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
