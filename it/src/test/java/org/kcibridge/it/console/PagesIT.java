package org.kcibridge.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.MissingTable;
import org.kcibridge.kind.IntegrationTest;

/** Every page can be read by everybody, with something on it and with nothing. */
@IntegrationTest
class PagesIT extends ConsoleTest {

    private void world() {
        given.checkout()
                .with("id", "lab:c")
                .with("tree_name", "mainline")
                .with("git_commit_name", "v6.18-rc5")
                .create();
        given.build()
                .with("id", "lab:b")
                .with("checkout_id", "lab:c")
                .with("status", "FAIL")
                .with("log_excerpt", "CC kernel/fork.o\nkernel/fork.c:1: error: no\n")
                .create();
        given.test()
                .with("id", "lab:t")
                .with("build_id", "lab:b")
                .with("path", "ltp.mm.oom01")
                .with("status", "FAIL")
                .with("environment", Map.of("misc", Map.of("platform", "qemu-riscv64")))
                .create();
        given.issue()
                .with("id", "lab:i")
                .with("report_subject", "It does not build")
                .create();
        given.incident().with("issue_id", "lab:i").with("build_id", "lab:b").create();
        given.submission()
                .with("id", "00000000-0000-0000-0000-000000000001")
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null)
                .with("last_error", "KCIDB said no")
                .create();
        given.callback().with("id", 4711).create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.xhtml",
                "trees.xhtml",
                "checkout.xhtml?id=lab:c",
                "checkout.xhtml?id=lab:c&tab=boots",
                "checkout.xhtml?id=lab:c&tab=tests",
                "builds.xhtml",
                "build.xhtml?id=lab:b",
                "tests.xhtml",
                "test.xhtml?id=lab:t",
                "hardware.xhtml",
                "issues.xhtml",
                "issue.xhtml?id=lab:i",
                "jobs.xhtml",
                "outbox.xhtml",
                "submission.xhtml?id=00000000-0000-0000-0000-000000000001",
                "inbox.xhtml",
                "callback.xhtml?id=4711",
                "uploads.xhtml",
                "batch.xhtml",
                "schedule.xhtml",
                "tokens.xhtml"
            })
    void canBeReadByEverybody(String address) {
        open(address);
        assertThat(content()).not().isEmpty();
        assertAccessible();

        world();

        open(address);
        assertThat(page.locator("h1")).not().hasText("Not here");
        assertAccessible();
    }

    /** Serious ones keep people out. */
    private void assertAccessible() {
        List<Rule> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout.xhtml?id=lab:none",
                "build.xhtml?id=",
                "test.xhtml",
                "platform.xhtml?id=x",
                "issue.xhtml?id=x",
                "job.xhtml?id=x",
                "submission.xhtml?id=1",
                "callback.xhtml?id=x",
                "execution.xhtml?id=99999"
            })
    void saysThatThereIsNoSuchThing(String address) {
        open(address);

        assertThat(page.locator("h1")).hasText("Not here");
    }

    /** With a page that looks again by itself, and tells nothing of what is inside. */
    @ParameterizedTest
    @CsvSource({
        "index.xhtml, submission",
        "trees.xhtml, aggregate.trees",
        "builds.xhtml, builds",
        "tests.xhtml, tests",
        "hardware.xhtml, aggregate.platforms",
        "issues.xhtml, issues",
        "jobs.xhtml, job",
        "outbox.xhtml, submission",
        "inbox.xhtml, callback",
        "uploads.xhtml, upload",
        "tokens.xhtml, api_token"
    })
    void saysThatTheBackendFails(String address, String table) {
        world();
        try (MissingTable missing = database.without(table)) {
            var response = page.navigate("/console/" + address);

            assertThat(response.status()).isBetween(500, 503);
            assertThat(content()).containsText("This page tries again by itself.");
            assertThat(content()).not().containsText(table);
            assertThat(content()).not().containsText("Exception");
        }
        page.waitForURL("**/" + address);
        assertThat(page.locator("nav")).not().hasCount(0);
    }

    @Test
    void goesNoFurtherThanThereArePages() {
        world();

        open("builds.xhtml?page=50000000");

        assertThat(content()).not().isEmpty();
    }

    @Test
    void keepsFiltersInTheAddress() {
        world();
        open("builds.xhtml");
        page.getByLabel("Architecture").fill("sparc");
        page.getByText("Filter", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(content()).containsText("Nothing fits.");

        open("builds.xhtml?status=FAIL");

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator(".chip.chosen")).containsText("Fail");
        open("builds.xhtml?status=GOOD");
        assertThat(content()).containsText("status: must be one of");
    }

    @Test
    void marksWhatIsWrongInLogs() {
        world();

        open("build.xhtml?id=lab:b#L2");

        assertThat(page.locator("#L1")).hasClass("plain");
        assertThat(page.locator("#L2")).hasClass("bad");
        assertThat(content()).containsText("lab:i");
    }

    /** Names of labs and what they write are other people's. */
    @Test
    void showsTextAsText() {
        given.checkout()
                .with("id", "lab:<script>alert(1)</script>")
                .with("git_commit_name", "<img src=x onerror=alert(1)>")
                .with("tree_name", "\"><b>x</b>")
                .create();

        open("checkout.xhtml?id=lab:%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.locator("h1")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
        given.build().with("id", "lab:b").with("log_url", "javascript:alert(1)").create();
        open("build.xhtml?id=lab:b");
        assertThat(page.locator("a[href^=javascript]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"reader, 0, 0", "submitter, 3, 0", "operator, 3, 7"})
    void offersWhatTheViewerMayDo(String role, int works, int jobs) {
        logIn(tokenOf(role));

        open("schedule.xhtml");
        assertThat(page.locator("form[data-api]")).hasCount(works);
        open("batch.xhtml");
        assertThat(page.locator("form[data-api]")).hasCount(jobs);
        open("tokens.xhtml");
        Locator revocations = page.locator("button[data-delete]");
        assertThat(revocations.count() > 0).isEqualTo(role.equals("operator"));
    }

    private String tokenOf(String role) {
        String token = "kcib_" + role + "_of_a_test";
        given.token(role, token).create();
        return token;
    }
}
