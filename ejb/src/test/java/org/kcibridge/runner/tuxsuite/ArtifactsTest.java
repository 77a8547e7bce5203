package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class ArtifactsTest {

    @Test
    void givesLogAndConfigurationTheirOwnPlace() {
        Artifacts artifacts =
                artifacts("https://s.example.org/b", "{'log':['build.log','build-debug.log'],'config':['config']}");

        assertThat(artifacts.log()).isEqualTo("https://s.example.org/b/build.log");
        assertThat(artifacts.config()).isEqualTo("https://s.example.org/b/config");
        assertThat(artifacts.others())
                .isEqualTo(
                        Samples.value("[{'name':'build-debug.log','url':'https://s.example.org/b/build-debug.log'}]"));
    }

    @Test
    void listsEachFileOnceWithANameThatIsAFileName() {
        assertThat(artifacts(
                                "https://s.example.org/b/",
                                "{'a':['x+ y/ž.xz','k'],'b':['k','','../up','/abs','a//b','.',7,'n\\nl']}")
                        .others())
                .isEqualTo(Samples.value("[{'name':'x+ y_ž.xz','url':'https://s.example.org/b/x%2B%20y/%C5%BE.xz'},"
                        + "{'name':'k','url':'https://s.example.org/b/k'}]"));
    }

    @Test
    void takesTheFirstOfAKindWhereTheUsualNameIsMissing() {
        Artifacts artifacts = artifacts("https://s.example.org/b", "{'log':['first.log','second.log']}");

        assertThat(artifacts.log()).isEqualTo("https://s.example.org/b/first.log");
        assertThat(artifacts.config()).isNull();
    }

    @Test
    void encodesOnlyWhatAUrlDoesNotTake() {
        assertThat(artifacts("https://s.example.org/b", "{'log':['azAZ09-._~/@[`{:é']}")
                        .log())
                .isEqualTo("https://s.example.org/b/azAZ09-._~/%40%5B%60%7B%3A%C3%A9");
    }

    @Test
    void leavesOutAFolderThatIsTooLong() {
        String longest = "https://s.example.org/" + "x".repeat(1_024 - 22);

        assertThat(artifacts(longest, "{'log':['l']}").log()).isEqualTo(longest + "/l");
        assertThat(artifacts(longest + "x", "{'log':['l']}").log()).isNull();
    }

    @Test
    void expectsALogEvenOfABuildThatListsNothing() {
        Artifacts silent = new Artifacts(new BuildStatus(Samples.object("{'download_url':'https://s.example.org/b'}")));

        assertThat(silent.log()).isEqualTo("https://s.example.org/b/build.log");
        assertThat(silent.config()).isNull();
        assertThat(silent.others()).isEmpty();
        assertThat(artifacts("https://s.example.org/b", "{'kernel':['Image']}").log())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "builds/1/",
                "/builds/1/",
                "ftp://s.example.org/b/",
                "https://s.example.org/a b/",
                "https:///b/",
                "https://u:p@s.example.org/b/",
                "https://s.example.org/b/?sig=1",
                "https://s.example.org/b/#top",
                "https://s.example.org/ž/",
                "mailto:a@example.org"
            })
    void leavesOutEveryUrlWithoutAFolderToPutItIn(String folder) {
        Artifacts artifacts = artifacts(folder, "{'log':['build.log'],'config':['config'],'kernel':['Image']}");

        assertThat(artifacts.log()).isNull();
        assertThat(artifacts.config()).isNull();
        assertThat(artifacts.others()).isEmpty();
    }

    private static Artifacts artifacts(String folder, String kinds) {
        return new Artifacts(new BuildStatus(Samples.object(
                "{'download_url':'" + folder + "','tuxmake_metadata':{'results':{'artifacts':" + kinds + "}}}")));
    }
}
