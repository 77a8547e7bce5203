package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class TestPathTest {

    @ParameterizedTest
    @CsvSource({
        "ltp-smoke, access01, ltp.access01",
        "ltp-fs_bind, fs_bind01_sh, ltp.fs_bind01_sh",
        "ltp-cve, cve-2018-1000199, ltp.cve-2018-1000199",
        "ltp, access01, ltp.access01",
        "kselftest-seccomp, seccomp_seccomp_bpf, kselftest.seccomp_seccomp_bpf",
        "kselftest-drivers-net-bonding, x, kselftest.x",
        "xfstests-btrfs, btrfs-001, xfstests.btrfs-001",
        "mmtests-workload-usemem, usemem, mmtests.usemem",
        "rt-tests-pi-stress, pi-stress, rt-tests.pi-stress",
        "android-vts-kernel-v8a, x, android-vts.x",
        "kunit, list, kunit.list",
    })
    void namesThePartsOfASuiteByTheWhole(String suite, String name, String path) {
        assertThat(path(suite, name)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "kvm-unit-tests, kvm-unit-tests.x",
        "libhugetlbfs, libhugetlbfs.x",
        "network-basic, network-basic.x",
        "ltpx-smoke, ltpx-smoke.x",
        "my-ltp, my-ltp.x",
        "rt, rt.x",
        "v4l2, v4l2.x",
    })
    void leavesASuiteItsNameThatIsAWhole(String suite, String path) {
        assertThat(path(suite, "x")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "ftrace_stress_test.sh, ftrace_stress_test_sh",
        "a..b., a__b_",
        "generic/001, generic_001",
        "'two words', two_words",
        "'', _",
        "' ', _",
        "😀ž, __",
        "'x\n', x_",
        "net:tls.sh[1], net_tls_sh_1_",
    })
    void makesNoLevelsAndNothingIllegalOfWhatStandsInAName(String name, String level) {
        assertThat(path("kselftest-net", name)).isEqualTo("kselftest." + level);
    }

    @Test
    void hasALevelForEachLevelOfTheName() {
        assertThat(path("kunit", "drm_buddy", "drm_test_buddy", "v1.0"))
                .isEqualTo("kunit.drm_buddy.drm_test_buddy.v1_0");
        assertThat(path("ltp-smoke")).isEqualTo("ltp");
        assertThat(path("some.suite")).isEqualTo("some_suite");
    }

    @Test
    void tellsLongNamesApartThatBeginAlike() {
        String long1 = path("ltp-smoke", "x".repeat(2_000) + "1");
        String long2 = path("ltp-smoke", "x".repeat(2_000) + "2");

        assertThat(long1).hasSize(400).startsWith("ltp.xxx").isNotEqualTo(long2);
        assertThat(path("ltp", "x".repeat(396))).isEqualTo("ltp." + "x".repeat(396));
        assertThat(path("ltp", "x".repeat(396))).hasSize(400);
    }

    @Test
    void isAPathWhateverTheNames() {
        OddNames names = new OddNames();
        for (int i = 0; i < 20_000; i++) {
            String path = path(names.next(4), names.levels());

            // Stricter than KCIDB, which has a root without a name.
            assertThat(path).matches("\\A[a-zA-Z0-9_-]+(\\.[a-zA-Z0-9_-]+)*\\z").hasSizeLessThanOrEqualTo(400);
        }
    }

    private static String path(String suite, String... name) {
        List<String> same = List.of(
                TestPath.of(CaseResult.of(suite, Status.PASS, name)),
                TestPath.of(CaseResult.of(suite, Status.FAIL, name)));
        assertThat(same.get(0)).isEqualTo(same.get(1));
        return same.get(0);
    }
}
