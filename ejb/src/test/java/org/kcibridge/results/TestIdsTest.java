package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class TestIdsTest {

    private static final String UID = "2xKpQ7vYbN3mT5sWcE8rLzAhUdF";

    @ParameterizedTest
    @CsvSource({
        "ltp-smoke, access01, ltp-smoke_access01",
        "ltp-fs_bind, fs_bind01_sh, ltp-fs_bind_fs_bind01_sh",
        "ltp-cve, cve-2018-1000199, ltp-cve_cve-2018-1000199",
        "kselftest-net, net:tls.sh, kselftest-net_net:tls.sh",
    })
    void writesSuiteAndCaseOneAfterTheOther(String suite, String name, String id) {
        assertThat(ids(result(suite, name))).containsExactly("riscv:" + UID + "_" + id);
    }

    @Test
    void knowsSuitesAsAWholeAndLevels() {
        assertThat(ids(result("boot"), result("ltp-smoke"), result("kunit", "drm", "buddy")))
                .containsExactly(
                        "riscv:" + UID + "_boot", "riscv:" + UID + "_ltp-smoke", "riscv:" + UID + "_kunit_drm_buddy");
    }

    @Test
    void staysTheSame() {
        // KCIDB takes a changed id for another test.
        assertThat(ids(
                        result("net", "two words"),
                        result("a_b", "c"),
                        result("a", "b_c"),
                        result("a", "x"),
                        result("a", "x")))
                .containsExactly(
                        "riscv:" + UID + "_net_two_words~3f6d6c73656503b5",
                        "riscv:" + UID + "_a_b_c~7f6dc225fefd2f7a",
                        "riscv:" + UID + "_a_b_c~69f2062f5fe2aa5b",
                        "riscv:" + UID + "_a_x",
                        "riscv:" + UID + "_a_x~368fb52d344275d7");
    }

    @Test
    void doesNotDependOnTheOrder() {
        List<CaseResult> results =
                new ArrayList<>(results(new OddNames(), 500).stream().distinct().toList());
        Map<CaseResult, String> before = byResult(results);
        Collections.shuffle(results, new Random(7));

        assertThat(byResult(results)).isEqualTo(before);
    }

    @Test
    void givesEachResultAnIdOfItsOwnWhateverTheNames() {
        OddNames names = new OddNames();
        for (int i = 0; i < 200; i++) {
            List<String> ids = ids(results(names, 200).toArray(CaseResult[]::new));

            assertThat(ids).doesNotHaveDuplicates().hasSize(200).allSatisfy(id -> assertThat(id)
                    .matches("\\Ariscv:" + UID + "_[!-~]+\\z")
                    .hasSizeLessThan(300));
        }
    }

    @Test
    void cannotBeGuessedByAName() {
        List<String> ids = ids(result("a", "x"), result("a", "x"));
        String imitation = ids.get(1).substring(("riscv:" + UID + "_a_").length());

        assertThat(ids(result("a", "x"), result("a", "x"), result("a", imitation)))
                .doesNotHaveDuplicates();
    }

    private static Map<CaseResult, String> byResult(List<CaseResult> results) {
        List<String> ids = ids(results.toArray(CaseResult[]::new));
        Map<CaseResult, String> byResult = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byResult.put(results.get(i), ids.get(i));
        }
        return byResult;
    }

    private static List<CaseResult> results(OddNames names, int count) {
        return Stream.generate(() -> result(names.next(3), names.levels()))
                .limit(count)
                .toList();
    }

    private static CaseResult result(String suite, String... name) {
        return CaseResult.of(suite, Status.PASS, name);
    }

    private static List<String> ids(CaseResult... results) {
        return TestIds.of("riscv", UID, List.of(results));
    }
}
