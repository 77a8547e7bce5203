package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class BuildStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"''", "'soon'", "1772446904", "null", "{}"})
    void doesNotKnowATimeItCannotRead(String json) {
        assertThat(status("{'running_time':" + json + "}").time("running_time")).isEmpty();
    }

    @Test
    void knowsNothingOfWhatIsMissingOrOfAnotherType() {
        for (String json : List.of("{}", allOf("null"), allOf("7.5e400"), allOf("[{}]"), allOf("{}"), allOf("''"))) {
            BuildStatus status = status(json);

            assertThat(status.uid()).isEmpty();
            assertThat(status.duration()).isEmpty();
            assertThat(status.kconfig()).isEmpty();
            assertThat(status.compiler("name")).isEmpty();
            assertThat(status.artifacts()).isEmpty();
            assertThat(status.makeVariables()).isEmpty();
            assertThat(status.reproducer()).isEmpty();
        }
        assertThat(status("{}").retry()).isZero();
        assertThat(status("{'duration':-1}").duration()).isEmpty();
        assertThat(status("{'duration':0}").duration()).contains(BigDecimal.ZERO);
    }

    @Test
    void readsWhatIsThere() {
        BuildStatus status = Samples.status("build-pass.json");

        assertThat(status.uid()).contains("2xKpQ7vYbN3mT5sWcE8rLzAhUdF");
        assertThat(status.duration()).contains(BigDecimal.valueOf(412));
        assertThat(status.kconfig()).hasSize(3);
        assertThat(status.compiler("version_full")).contains("Debian clang version 20.1.8");
        assertThat(status).hasToString("BuildStatus[2xKpQ7vYbN3mT5sWcE8rLzAhUdF]");
    }

    @Test
    void takesTimesOfFourDigitYearsThatComputersKnow() {
        assertThat(status("{'t':'1970-01-01T00:00:00'}").time("t")).isPresent();
        assertThat(status("{'t':'1969-12-31T23:59:59'}").time("t")).isEmpty();
        assertThat(status("{'t':'9999-12-31T23:59:59'}").time("t")).isPresent();
        assertThat(status("{'t':'+10000-01-01T00:00:00'}").time("t")).isEmpty();
    }

    @Test
    void takesTheTwinklingOfAnEyeForADuration() {
        assertThat(status("{'duration':0}").duration()).contains(BigDecimal.ZERO);
    }

    @Test
    void isRetriedUnlessItSaysOtherwise() {
        assertThat(status("{}").isRetried()).isTrue();
        assertThat(status("{'auto_retry':true}").isRetried()).isTrue();
        assertThat(status("{'auto_retry':false}").isRetried()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void beginsWithDefconfigWhereTheOrderHasOnlyFragments(String kconfig) {
        BuildStatus complete = status("{}").completedBy(Samples.order(null, kconfig, List.of("CONFIG_A=y")));

        assertThat(complete.kconfig()).containsExactly("defconfig", "CONFIG_A=y");
    }

    @Test
    void takesASingleConfigurationForAListOfOne() {
        assertThat(status("{'kconfig':'tinyconfig'}").kconfig()).containsExactly("tinyconfig");
        assertThat(status("{'kconfig':['a',null,' ',7,'b\\u0000']}").kconfig()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "späť", "a\\u0000b c", "\\n"})
    void doesNotTakeAnythingForAnId(String uid) {
        assertThat(status("{'uid':'" + uid + "'}").uid()).isEmpty();
    }

    @Test
    void isCompletedByTheOrderOnlyWhereItIsSilent() {
        BuildStatus complete = status("{'toolchain':'clang-20','kconfig':[],'git_ref':null,'make_variables':{}}")
                .completedBy(Samples.order());

        assertThat(complete.text("toolchain")).contains("clang-20");
        assertThat(complete.text("git_ref")).contains("master");
        assertThat(complete.kconfig()).containsExactly("defconfig", "CONFIG_KASAN=y");
        assertThat(complete.makeVariables()).hasToString("{\"LLVM\":\"0\",\"W\":\"1\"}");
        assertThat(complete.json()).doesNotContainKey("git_sha");
    }

    private static String allOf(String value) {
        return "{'uid':%1$s,'duration':%1$s,'kconfig':%1$s,'tuxmake_metadata':%1$s,'make_variables':%1$s}"
                .formatted(value);
    }

    private static BuildStatus status(String json) {
        return new BuildStatus(Samples.object(json));
    }
}
