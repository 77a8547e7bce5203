package org.kcibridge.runner.github;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * Which workflow runs tests for us, and how GitHub knows us. Without {@code GITHUB_REPOSITORY} there is no such runner.
 *
 * @param api GitHub's address, {@code GITHUB_API_URL}
 * @param workflow the workflow, if there is one
 */
@Declares(
        about = "GitHub Actions",
        value = {
            @Setting(
                    name = "GITHUB_REPOSITORY",
                    meaning = "`owner/repository` of a workflow that tests kernels",
                    otherwise = "none: there is no runner `github`"),
            @Setting(
                    name = "GITHUB_WORKFLOW",
                    meaning = "file of the workflow",
                    otherwise = "required with `GITHUB_REPOSITORY`"),
            @Setting(
                    name = "GITHUB_REF",
                    meaning = "branch or tag that the workflow is taken from",
                    byDefault = "main"),
            @Setting(
                    name = "GITHUB_TOKEN",
                    meaning = "how GitHub knows us: by a token, which alone means nothing",
                    otherwise = "this or `GITHUB_APP_ID` is required with `GITHUB_REPOSITORY`"),
            @Setting(name = "GITHUB_APP_ID", meaning = "or as an app: its id"),
            @Setting(
                    name = "GITHUB_APP_PRIVATE_KEY",
                    meaning = "its private key in PEM; `\\n` may stand for its line breaks",
                    otherwise = "required with `GITHUB_APP_ID`"),
            @Setting(
                    name = "GITHUB_INSTALLATION_ID",
                    meaning = "the number of its installation",
                    otherwise = "required with `GITHUB_APP_ID`"),
            @Setting(name = "GITHUB_API_URL", meaning = "GitHub's address", byDefault = "https://api.github.com")
        })
public record GitHubSettings(URI api, Optional<Workflow> workflow) implements Settings {

    /** A token is not among them, as many have one in their environment for other tools. */
    private static final List<String> NEED_A_REPOSITORY =
            List.of("GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY", "GITHUB_INSTALLATION_ID", "GITHUB_WORKFLOW");

    /**
     * A workflow that can be dispatched.
     *
     * @param owner who has the repository
     * @param repository the repository; {@code GITHUB_REPOSITORY} is {@code owner/repository}
     * @param file the workflow's file, {@code GITHUB_WORKFLOW}
     * @param ref branch or tag it is taken from, {@code GITHUB_REF}
     * @param login how GitHub knows us
     */
    public record Workflow(String owner, String repository, String file, String ref, Login login) {}

    /** How GitHub knows us. */
    public sealed interface Login {

        /** By a token, {@code GITHUB_TOKEN}. */
        record Token(String token) implements Login {
            @Override
            public String toString() {
                return "a token";
            }
        }

        /** As an app: {@code GITHUB_APP_ID}, {@code GITHUB_APP_PRIVATE_KEY} and {@code GITHUB_INSTALLATION_ID}. */
        record App(AppKey key, String installation) implements Login {}
    }

    /** @throws BadSetting when one is missing or wrong */
    public static GitHubSettings read(Source source) {
        URI api = source.guardedAddress(
                "GITHUB_API_URL", source.text("GITHUB_API_URL").or(() -> Optional.of("https://api.github.com")));
        if (source.flag("GITHUB_ACTIONS")) {
            // Inside of an action these names tell of that action.
            return new GitHubSettings(api, Optional.empty());
        }
        Optional<String> repository = source.text("GITHUB_REPOSITORY");
        if (repository.isEmpty()) {
            NEED_A_REPOSITORY.stream()
                    .filter(name -> source.text(name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new BadSetting("GITHUB_REPOSITORY", "is missing, although " + name + " is set");
                    });
            return new GitHubSettings(api, Optional.empty());
        }
        if (!repository.get().matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
            throw new BadSetting("GITHUB_REPOSITORY", "must be owner/repository");
        }
        String[] parts = repository.get().split("/");
        return new GitHubSettings(
                api,
                Optional.of(new Workflow(
                        parts[0], parts[1], file(source), source.text("GITHUB_REF", "main"), login(source))));
    }

    private static String file(Source source) {
        String file = source.required("GITHUB_WORKFLOW");
        if (!file.matches("[A-Za-z0-9._-]+")) {
            throw new BadSetting("GITHUB_WORKFLOW", "must be the name of a file, such as test.yml");
        }
        return file;
    }

    private static Login login(Source source) {
        Optional<String> token = source.text("GITHUB_TOKEN");
        Optional<String> app = source.text("GITHUB_APP_ID");
        if (token.isPresent() == app.isPresent()) {
            throw new BadSetting("GITHUB_TOKEN", "or GITHUB_APP_ID has to be set, and not both");
        }
        if (token.isPresent()) {
            return new Login.Token(token.get());
        }
        String installation = source.required("GITHUB_INSTALLATION_ID");
        if (!installation.matches("[0-9]+")) {
            throw new BadSetting("GITHUB_INSTALLATION_ID", "must be a number");
        }
        return new Login.App(key(app.get(), source.required("GITHUB_APP_PRIVATE_KEY")), installation);
    }

    private static AppKey key(String app, String pem) {
        try {
            return AppKey.read(app, pem);
        } catch (IllegalArgumentException bad) {
            throw new BadSetting("GITHUB_APP_PRIVATE_KEY", bad.getMessage());
        }
    }

    @Override
    public String toString() {
        return "GitHub "
                + workflow.map(one -> one.owner() + "/" + one.repository()).orElse("not used");
    }
}
