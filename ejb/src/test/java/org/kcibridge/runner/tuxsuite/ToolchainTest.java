package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class ToolchainTest {

    @Test
    void isCalledAsItWasOrdered() {
        assertThat(toolchain("{'toolchain':'korg-clang-20','tuxmake_metadata':{'compiler':{'name':'clang'}}}"))
                .isEqualTo("korg-clang-20");
    }

    @Test
    void isObservedWhereTheOrderIsNotTold() {
        assertThat(toolchain("{'tuxmake_metadata':{'compiler':{'name':'gcc','version':'13.2.0'}}}"))
                .isEqualTo("gcc-13");
        assertThat(toolchain("{'tuxmake_metadata':{'compiler':{'name':'gcc'}}}"))
                .isEqualTo("gcc");
    }

    @Test
    void isLeftOutWhereNothingIsKnown() {
        assertThat(toolchain("{'tuxmake_metadata':{'compiler':{'version':'13.2.0'}}}"))
                .isNull();
    }

    @Test
    void isShortEnoughForAnIndex() {
        assertThat(toolchain("{'toolchain':'" + "x".repeat(101) + "'}")).hasSize(100);
    }

    private static String toolchain(String status) {
        return Toolchain.of(new BuildStatus(Samples.object(status)));
    }
}
