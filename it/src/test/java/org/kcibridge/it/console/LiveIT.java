package org.kcibridge.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.IntegrationTest;

/** Pages follow what happens, and people act on it there. */
@IntegrationTest
class LiveIT extends ConsoleTest {

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void watchesABuildUntilItIsReported() {
        open("schedule.xhtml");
        var form = page.locator("form[data-api='/api/v1/builds/run']");
        form.getByLabel("Tree").fill("mainline");
        form.getByLabel("Branch or tag").fill("master");
        form.getByLabel("Toolchain").fill("gcc 14!");
        form.getByLabel("Configuration").fill("defconfig");
        press("Build");
        assertThat(page.locator("#said")).containsText("toolchain must be a toolchain such as gcc-14");
        assertThat(form.getByLabel("Toolchain")).hasAttribute("aria-invalid", "true");

        form.getByLabel("Toolchain").fill("gcc-14");
        press("Build");

        page.waitForURL("**/job.xhtml?id=*");
        page.evaluate("window.stays = true");
        assertThat(page.locator("h1 .status")).hasText("✓ Finished");
        assertThat(page.locator(".timeline")).containsText("Report is");
        assertThat(page.evaluate("window.stays")).as("it was not loaded again").isEqualTo(true);
    }

    @Test
    void startsWatchesAndStopsABatchJob() {
        given.bulk(2, i -> given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null));
        try (OpenTransaction held = database.begin("select id from submission for update")) {
            open("batch.xhtml");
            press("Start kcidb-resubmission");
            page.waitForURL("**/execution.xhtml?id=*");
            assertThat(page.locator("progress")).isVisible();
            page.onDialog(dialog -> dialog.accept());
            press("Stop");
            assertThat(page.locator("#said")).hasText("Done.");
        }
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Restart")))
                .isVisible();

        press("Restart");

        assertThat(page.locator("h1 .status")).hasText("✓ Completed");
        assertThat(database.count("select count(*) from submission where state = 'DEAD'"))
                .isZero();
    }

    @Test
    void makesATokenThatIsShownOnce() {
        open("tokens.xhtml");
        page.getByLabel("Name").fill("night shift");
        press("Make a token");
        assertThat(page.locator("#said")).containsText("kcib_");
        String token = page.locator("#said").textContent().replaceAll(".*: ", "");

        assertThat(api.with(token).get("/jobs").status()).isEqualTo(200);
        open("tokens.xhtml");
        assertThat(page.locator("body")).not().containsText(token);
        page.onDialog(dialog -> dialog.accept());
        press("Revoke night shift");
        assertThat(page.locator("tbody")).containsText("revoked");
        assertThat(api.with(token).get("/jobs").status()).isEqualTo(401);
    }

    @Test
    void tellsWhatNeedsAttention() {
        open("index.xhtml");
        assertThat(page.locator("#content")).containsText("Nothing: all reports are on their way");
        page.evaluate("window.stays = true");

        given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null)
                .create();

        assertThat(page.locator(".need")).containsText("dead submissions");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        page.locator(".need").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator("tbody a").first().click();
        press("Send it now");
        assertThat(page.locator("h1 .status")).not().hasText("✗ Dead");
    }
}
