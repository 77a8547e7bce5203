package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Trees;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.submission.kcidb.KcidbSchema;

@UnitTest
class BuildReportTest {

    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final Instant REQUESTED = Instant.parse("2026-03-02T10:00:00Z");
    private static final String HASH = "0f61b1860cc3f52aef9036d7235ed1f017632193";

    @Nested
    class OfABuildThatPassed {

        private final Report report = report(Samples.status("build-pass.json"));

        @Test
        void tellsEverythingAboutTheCheckout() {
            JsonObject checkout = checkout(report);

            assertThat(checkout.getString("id")).matches("riscv:[0-9a-f]{64}");
            assertThat(without(checkout, "id"))
                    .isEqualTo(Samples.object("{'origin':'riscv','tree_name':'mainline',"
                            + "'git_repository_url':'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',"
                            + "'git_commit_hash':'" + HASH + "','git_commit_name':'v7.0-rc2-41-g0f61b1860cc3',"
                            + "'git_repository_branch':'master','patchset_hash':'',"
                            + "'comment':'Merge tag \\u0027riscv-fixes\\u0027 (two of them) of"
                            + " git://git.kernel.org/pub/scm/linux/kernel/git/riscv/linux',"
                            + "'start_time':'2026-03-02T10:12:05.5+00:00','valid':true,"
                            + "'misc':{'tuxsuite':{'kernel_version':'7.0.0-rc2'}}}"));
        }

        @Test
        void tellsEverythingAboutTheBuild() {
            String folder = "https://storage.example.org/public/riscv/lab/builds/2xKpQ7vYbN3mT5sWcE8rLzAhUdF/";

            assertThat(without(build(report), "misc"))
                    .isEqualTo(Samples.object("{'id':'riscv:2xKpQ7vYbN3mT5sWcE8rLzAhUdF','checkout_id':'"
                            + checkout(report).getString("id") + "','origin':'riscv',"
                            + "'start_time':'2026-03-02T10:14:52+00:00','duration':412,'architecture':'riscv',"
                            + "'command':'tuxmake --target-arch=riscv --toolchain=clang-20 --kconfig=defconfig"
                            + " --kconfig-add=CONFIG_KASAN=y --kconfig-add=https://configs.example.org/lab/net.config"
                            + " LLVM=1','compiler':'clang-20','input_files':"
                            + "[{'name':'net.config','url':'https://configs.example.org/lab/net.config'}],"
                            + "'output_files':[" + file(folder, "vmlinux.xz") + "," + file(folder, "System.map") + ","
                            + file(folder, "dtbs.tar.xz") + "," + file(folder, "Image.gz") + ","
                            + file(folder, "build-debug.log") + "," + file(folder, "modules.tar.xz") + ","
                            + "{'name':'kselftest_run me+.tar.xz','url':'" + folder
                            + "kselftest/run%20me%2B.tar.xz'}],"
                            + "'config_name':'defconfig+CONFIG_KASAN=y+net.config','config_url':'" + folder
                            + "config','log_url':'" + folder + "build.log','status':'PASS'}"));
        }

        @Test
        void losesNothingButSecretsAndHollowMembers() {
            JsonObject account = Samples.status("build-pass.json").json();
            JsonObject misc = build(report).getJsonObject("misc");
            JsonObject kept = misc.getJsonObject("tuxsuite");

            assertThat(misc.getString("lab")).isEqualTo("tuxsuite");
            assertThat(misc.getString("runtime")).isEqualTo("tuxsuite");
            assertThat(account.keySet().stream()
                            .filter(field -> !kept.containsKey(field))
                            .filter(field -> !hollow(account.get(field))))
                    .containsExactlyInAnyOrder(
                            "callback", "callback_headers", "client_token", "notify_emails", "token_name", "user");
            assertThat(kept.get("tuxmake_metadata")).isEqualTo(account.get("tuxmake_metadata"));
            assertThat(kept.get("environment")).isEqualTo(Samples.object("{'KBUILD_BUILD_TIMESTAMP':'2026-03-01'}"));
            assertThat(report.toJson().toString())
                    .doesNotContain("s3cr3t", "somebody", "dev@", "6f1e5c0e", "lab-token", "bridge.example.org");
        }

        private static String file(String folder, String name) {
            return "{'name':'" + name + "','url':'" + folder + name + "'}";
        }
    }

    @Nested
    class OfABuildThatFailed {

        private final BuildOrder order = Samples.order(HASH, "allmodconfig", List.of());
        private final Report report = report(Samples.status("build-fail.json"), order);

        @Test
        void getsAlongWithoutArtefacts() {
            JsonObject build = build(report);

            assertThat(build.getString("status")).isEqualTo("FAIL");
            assertThat(build.getString("comment")).isEqualTo("Build failed with 2 errors");
            assertThat(build.getString("start_time")).isEqualTo("2026-03-02T10:59:00.25+00:00");
            assertThat(build.getString("log_url")).endsWith("/2xKpR1aB2cD3eF4gH5iJ6kL7mN8/build.log");
            assertThat(build.getString("compiler")).isEqualTo("gcc");
            assertThat(build).doesNotContainKeys("config_url", "output_files", "input_files");
        }

        @Test
        void reportsTheRepositoryAsKcidbKnowsIt() {
            JsonObject checkout = checkout(report);

            assertThat(checkout.getString("git_repository_url"))
                    .isEqualTo("https://git.kernel.org/pub/scm/linux/kernel/git/next/linux-next.git");
            assertThat(checkout.getString("tree_name")).isEqualTo("next");
            assertThat(checkout.getString("git_commit_hash")).isEqualTo("9abcdef0123456789abcdef0123456789abcdef0");
            assertThat(checkout.getString("git_repository_branch")).isEqualTo("master");
            assertThat(checkout.getString("comment")).isEqualTo("Add linux-next specific files");
            assertThat(checkout.getJsonObject("misc"))
                    .hasToString("{\"tuxsuite\":{\"git_repo\":"
                            + "\"git://git.kernel.org/pub/scm/linux/kernel/git/next/linux-next\"}}");
        }
    }

    @Test
    void blamesTheRunnerForABuildThatNeverBegan() {
        Report report = report(Samples.status("build-error.json"));

        assertThat(build(report).getString("status")).isEqualTo("ERROR");
        assertThat(build(report).getString("comment")).isEqualTo("Failed to provision a builder");
        assertThat(build(report).getString("start_time")).isEqualTo("2026-03-02T10:00:00+00:00");
        assertThat(build(report).getString("config_name")).isEqualTo("defconfig+CONFIG_KASAN=y");
        assertThat(build(report).getString("compiler")).isEqualTo("gcc-14");
        assertThat(build(report)).doesNotContainKeys("log_url", "duration");
        assertThat(checkout(report).getString("start_time")).isEqualTo("2026-03-02T10:00:00+00:00");
        assertThat(checkout(report)).doesNotContainKeys("git_commit_hash", "patchset_hash", "valid");
        assertThat(violations(report)).isEmpty();
    }

    /** An option is not fetched from anywhere, whatever its value looks like. */
    @Test
    void takesOnlyAddressesForInputFiles() {
        Report report = report(Samples.with(
                Samples.status("build-pass.json"),
                "kconfig",
                "['defconfig','CONFIG_CMDLINE=\\u0022a b\\u0022','CONFIG_URL=https://a b','ftp://example.org/f',"
                        + "'https://example.org/a.config']"));

        assertThat(build(report).getJsonArray("input_files"))
                .isEqualTo(Samples.value("[{'name':'a.config','url':'https://example.org/a.config'}]"));
    }

    @Test
    void leavesOutAnArchitectureThatIsTooLong() {
        String longest = "x".repeat(64);

        assertThat(build(report(architecture(longest))).getString("architecture"))
                .isEqualTo(longest);
        assertThat(build(report(architecture(longest + "x")))).doesNotContainKey("architecture");
    }

    private static BuildStatus architecture(String name) {
        return Samples.with(Samples.status("build-pass.json"), "target_arch", "'" + name + "'");
    }

    /** It says nothing then, but stays where it can be looked up. */
    @Test
    void doesNotTakeAnEmptySubjectForAComment() {
        Report report =
                report(Samples.with(Samples.status("build-pass.json"), "git_short_log", "'0f61b18 (\\u0022\\u0022)'"));

        assertThat(checkout(report)).doesNotContainKey("comment");
        assertThat(checkout(report).getJsonObject("misc").getJsonObject("tuxsuite"))
                .containsKey("git_short_log");
    }

    @Test
    void refusesToPublishWhatIsNotFinal() {
        BuildStatus retrying = Samples.with(Samples.status("build-error.json"), "retry", "1");

        assertThatIllegalArgumentException().isThrownBy(() -> report(retrying));
    }

    @Nested
    class OfALostBuild {

        @Test
        void saysWhatWasOrderedAndThatTheRunnerWasSilent() {
            Report report = BuildReport.lost(Samples.order(), "2xLost", REQUESTED, "riscv", Trees.builtIn());

            assertThat(build(report).getString("id")).isEqualTo("riscv:2xLost");
            assertThat(build(report).getString("status")).isEqualTo("ERROR");
            assertThat(build(report).getString("comment")).isNotBlank();
            assertThat(build(report).getString("command"))
                    .isEqualTo("tuxmake --target-arch=riscv --toolchain=gcc-14 --kconfig=defconfig"
                            + " --kconfig-add=CONFIG_KASAN=y LLVM=0 W=1");
            assertThat(build(report)).doesNotContainKeys("log_url", "duration");
            assertThat(build(report).getJsonObject("misc").getString("lab")).isEqualTo("tuxsuite");
            assertThat(checkout(report)).doesNotContainKeys("git_commit_hash", "patchset_hash", "valid");
            assertThat(violations(report)).isEmpty();
        }

        @Test
        void goesByOurOwnIdWhenTuxSuiteGaveNone() {
            Report report = BuildReport.lost(Samples.order(), null, REQUESTED, "riscv", Trees.builtIn());

            assertThat(build(report).getString("id")).isEqualTo("riscv:" + Samples.JOB);
        }

        @Test
        void belongsToTheCheckoutOfItsCommitIfThatIsKnown() {
            BuildOrder order = Samples.order(HASH, null, List.of());
            Report lost = BuildReport.lost(order, null, REQUESTED, "riscv", Trees.builtIn());

            assertThat(checkout(lost).getString("id"))
                    .isEqualTo(
                            checkout(report(Samples.status("build-pass.json"))).getString("id"));
            assertThat(checkout(lost).getString("git_commit_hash")).isEqualTo(HASH);
        }
    }

    @Nested
    class OfARevision {

        private final BuildStatus pass = Samples.status("build-pass.json");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "git_repo   | 'git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux'",
                    "git_ref    | null",
                    "git_ref    | 'refs/heads/master'",
                    "git_ref    | '" + HASH + "'",
                    "git_sha    | '0F61B1860CC3F52AEF9036D7235ED1F017632193'",
                    "toolchain  | 'gcc-14'",
                    "uid        | 'another'"
                })
        void isTheSameCheckoutHoweverItWasOrdered(String field, String value) {
            assertThat(id(Samples.with(pass, field, value))).isEqualTo(id(pass));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "git_repo          | 'https://example.org/linux.git'",
                    "git_ref           | 'for-next'",
                    "git_sha           | '1f61b1860cc3f52aef9036d7235ed1f017632193'",
                    "git_sha           | 'HEAD'",
                    "kernel_patch_file | 'series.mbx'"
                })
        void isAnotherCheckoutWhereTheSourcesMayDiffer(String field, String value) {
            assertThat(id(Samples.with(pass, field, value))).isNotEqualTo(id(pass));
        }

        @Test
        void doesNotCallAPatchedTreeUnpatched() {
            assertThat(checkout(report(Samples.with(pass, "kernel_patch_file", "'series.mbx'"))))
                    .containsKey("git_commit_hash")
                    .doesNotContainKey("patchset_hash");
        }

        @Test
        void goesByItsRepositorysNameWhenNobodyKnowsTheTree() {
            JsonObject checkout =
                    checkout(report(Samples.with(pass, "git_repo", "'https://me:pw@example.org/lab/risky-linux.git'")));

            assertThat(checkout.getString("tree_name")).isEqualTo("risky-linux");
            assertThat(checkout.toString()).doesNotContain("me:pw");
        }

        private String id(BuildStatus status) {
            return checkout(report(status)).getString("id");
        }
    }

    @ParameterizedTest
    @CsvSource({"x86-64, x86_64", "X86_64, x86_64", "arm64, arm64", "power pc!, power_pc_"})
    void writesArchitecturesTheWayKcidbDoes(String architecture, String reported) {
        BuildStatus status = Samples.with(Samples.status("build-pass.json"), "target_arch", "'" + architecture + "'");

        assertThat(build(report(status)).getString("architecture")).isEqualTo(reported);
    }

    private static Report report(BuildStatus status) {
        return report(status, Samples.order());
    }

    private static Report report(BuildStatus status, BuildOrder order) {
        return BuildReport.of(status, order, REQUESTED, "riscv", Trees.builtIn());
    }

    private static JsonObject checkout(Report report) {
        return report.objects(Kind.CHECKOUTS).get(0);
    }

    private static JsonObject build(Report report) {
        return report.objects(Kind.BUILDS).get(0);
    }

    private static JsonObject without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member).build();
    }

    private static boolean hollow(JsonValue value) {
        return value == JsonValue.NULL
                || value instanceof JsonString text && text.getString().isBlank()
                || value.equals(JsonValue.EMPTY_JSON_ARRAY)
                || value.equals(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static List<String> violations(Report report) {
        return SCHEMA.violations(report.toJson().toString());
    }
}
