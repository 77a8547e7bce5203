package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TuxmakeCommandTest {

    @Test
    void isPutTogetherFromTheAccount() {
        assertThat(command(
                        "{'target_arch':'riscv','toolchain':'gcc-14','kconfig':['defconfig','CONFIG_A=y','CONFIG_B=m'],"
                                + "'make_variables':{'W':'1','KCFLAGS':'-O1 -g'},'targets':['kernel','modules']}"))
                .isEqualTo("tuxmake --target-arch=riscv --toolchain=gcc-14 --kconfig=defconfig --kconfig-add=CONFIG_A=y"
                        + " --kconfig-add=CONFIG_B=m W=1 'KCFLAGS=-O1 -g' kernel modules");
    }

    @Test
    void quotesWhatAShellWouldTakeForItsOwn() {
        assertThat(command("{'kconfig':['x; rm -rf $HOME'],'make_variables':{'A':'it`s'}}".replace("`", "\\u0027")))
                .isEqualTo("tuxmake '--kconfig=x; rm -rf $HOME' 'A=it'\\''s'");
    }

    @Test
    void keepsConfidentialVariablesToItself() {
        assertThat(command("{'kconfig':['https://u:p@example.org/c'],'make_variables':{'MY_TOKEN':'x'}}"))
                .isEqualTo("tuxmake --kconfig=https://example.org/c");
    }

    @Test
    void isTheOneTuxmakeRecordedIfItDid() {
        String metadata = "{'toolchain':'gcc','tuxmake_metadata':{'build':{'reproducer_cmdline':%s}}}";

        assertThat(command(metadata.formatted("['tuxmake','--kconfig','a b']"))).isEqualTo("tuxmake --kconfig 'a b'");
        assertThat(command(metadata.formatted("'tuxmake -k x'"))).isEqualTo("tuxmake -k x");
        assertThat(command(metadata.formatted("[]"))).isEqualTo("tuxmake --toolchain=gcc");
        assertThat(command(metadata.formatted("7"))).isEqualTo("tuxmake --toolchain=gcc");
    }

    private static String command(String json) {
        return TuxmakeCommand.of(new BuildStatus(Samples.object(json)));
    }
}
