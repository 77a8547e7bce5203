package org.kcibridge.runner.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.github.GitHubSettings.Login;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Source;

/** The runner github is there when it is configured, and half of that is a mistake. */
@UnitTest
class GitHubSettingsTest {

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void doesWithoutGitHub() {
        assertThat(read().workflow()).isEmpty();
        assertThat(read()).hasToString("GitHub not used");
    }

    /** Many have one in their environment for other tools. */
    @Test
    void doesWithoutGitHubWhereThereIsATokenOnly() {
        environment.put("GITHUB_TOKEN", "gh-secret");

        assertThat(read().workflow()).isEmpty();
    }

    /** There the names tell of the action in which we are built and tested. */
    @Test
    void doesWithoutGitHubInsideOfAnAction() {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_REPOSITORY", "riscv/kci-bridge");
        environment.put("GITHUB_WORKFLOW", "Continuous integration");

        assertThat(read().workflow()).isEmpty();
    }

    @Test
    void knowsAWorkflow() {
        configure();

        GitHubSettings.Workflow workflow = read().workflow().orElseThrow();

        assertThat(read().api()).hasToString("https://api.github.com");
        assertThat(workflow.owner()).isEqualTo("riscv");
        assertThat(workflow.repository()).isEqualTo("kernel-tests");
        assertThat(workflow.file()).isEqualTo("bridge.yml");
        assertThat(workflow.ref()).isEqualTo("main");
        assertThat(workflow.login()).isEqualTo(new Login.Token("gh-secret")).hasToString("a token");
        assertThat(read()).hasToString("GitHub riscv/kernel-tests");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "GITHUB_REPOSITORY, kernel-tests",
        "GITHUB_REPOSITORY, ''",
        "GITHUB_WORKFLOW, ''",
        "GITHUB_WORKFLOW, ../bridge.yml",
        "GITHUB_TOKEN, ''",
        "GITHUB_API_URL, http://github.example.org"
    })
    void namesTheSettingThatIsWrong(String name, String value) {
        configure();
        environment.put(name, value);

        assertThatThrownBy(this::read).isInstanceOf(BadSetting.class).hasMessageStartingWith(name + " ");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "GITHUB_INSTALLATION_ID, ''",
        "GITHUB_INSTALLATION_ID, mine",
        "GITHUB_APP_PRIVATE_KEY, ''",
        "GITHUB_APP_PRIVATE_KEY, app-secret"
    })
    void namesTheSettingOfAnAppThatIsWrong(String name, String value) {
        configure();
        environment.remove("GITHUB_TOKEN");
        environment.put("GITHUB_APP_ID", "1");
        environment.put("GITHUB_INSTALLATION_ID", "2");
        environment.put("GITHUB_APP_PRIVATE_KEY", "app-secret");
        environment.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(name + " ")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void takesATokenOrAnAppAndNotBoth() {
        configure();
        environment.put("GITHUB_APP_ID", "1");

        assertThatThrownBy(this::read).isInstanceOf(BadSetting.class).hasMessageContaining("not both");
    }

    private void configure() {
        environment.put("GITHUB_REPOSITORY", "riscv/kernel-tests");
        environment.put("GITHUB_WORKFLOW", "bridge.yml");
        environment.put("GITHUB_TOKEN", "gh-secret");
    }

    private GitHubSettings read() {
        return GitHubSettings.read(new Source(name -> Optional.ofNullable(environment.get(name))));
    }
}
