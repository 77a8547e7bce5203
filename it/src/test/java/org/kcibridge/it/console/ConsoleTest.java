package org.kcibridge.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;

/** What tests of the console begin with: a browser in which an operator is logged in. No page may have a script that fails. */
@ExtendWith(Chromium.class)
abstract class ConsoleTest extends BridgeTest {

    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;
    Page page;

    @BeforeEach
    void openBrowser() {
        context = Chromium.get()
                .newContext(
                        new Browser.NewContextOptions().setBaseURL(bench.url().toString()));
        context.setDefaultTimeout(PATIENCE.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // What the page was not allowed to load or run; answers other than 200 are told of, too, and may be meant.
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        logIn(Bench.TOKEN);
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(faults).as("faults of scripts").isEmpty();
    }

    void logIn(String token) {
        context.addCookies(
                List.of(new Cookie("kci_bridge_token", token).setUrl(bench.url().toString())));
    }

    void logOut() {
        context.clearCookies();
    }

    /** Opens a page of the console; it has been found and has no mistake in it. */
    Page open(String address) {
        var response = page.navigate("/console/" + address);
        assertThat(response.status()).as(address).isEqualTo(200);
        return page;
    }

    Locator content() {
        return page.locator("main");
    }
}
