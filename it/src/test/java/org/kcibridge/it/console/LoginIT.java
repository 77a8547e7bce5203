package org.kcibridge.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.Bench;
import org.kcibridge.kind.IntegrationTest;

/** Nobody sees a page who has not logged in, and whoever has is where he wanted to be. */
@IntegrationTest
class LoginIT extends ConsoleTest {

    @Test
    void leadsBackToWhatWasAskedFor() {
        logOut();
        page.navigate("/console/jobs.xhtml?kind=BUILD");
        assertThat(page.locator("h1")).hasText("KCI Bridge");
        page.getByLabel("Token").fill("kcib_wrong");
        page.getByText("Log in").last().click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("not valid");

        page.getByLabel("Token").fill(Bench.TOKEN);
        page.getByText("Log in").last().click();

        assertThat(page.locator("h1")).hasText("Jobs");
        assertThat(page.url()).endsWith("/console/jobs.xhtml?kind=BUILD");
        page.getByText("Log out").click();
        assertThat(page.getByLabel("Token")).isVisible();
        page.navigate("/console/jobs.xhtml");
        assertThat(page.getByLabel("Token")).isVisible();
    }

    @Test
    void leadsNowhereElse() {
        logOut();
        for (String from :
                new String[] {"https://example.org/", "//example.org/console/", "/console/\\example.org", ""}) {
            var answer = page.request()
                    .post(
                            "/console/enter",
                            RequestOptions.create()
                                    .setMaxRedirects(0)
                                    .setForm(FormData.create()
                                            .set("token", Bench.TOKEN)
                                            .set("from", from)));

            assertThat(answer.headers().get("location"))
                    .as(from)
                    .isEqualTo(bench.url().resolve("/console/").toString());
        }
    }

    @Test
    void endsWithTheToken() {
        given.token("reader", "kcib_of_somebody_else")
                .with("id", "00000000-0000-0000-0000-000000000009")
                .create();
        logIn("kcib_of_somebody_else");
        open("trees.xhtml");

        assertThat(api.send(api.request("/tokens/00000000-0000-0000-0000-000000000009")
                                .DELETE())
                        .status())
                .isEqualTo(204);

        page.navigate("/console/trees.xhtml");
        assertThat(page.getByLabel("Token")).isVisible();
    }
}
