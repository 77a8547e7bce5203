package org.kcibridge.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The machine's own browser. Where there is none, tests that need one are skipped and say so; with {@code
 * -Dbrowser.required=true} they fail instead. One is started for all tests of a worker.
 */
final class Chromium implements BeforeAllCallback {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Chromium.class);

    private static Browser browser;

    /** Ends with the run. */
    private record Running(Playwright playwright) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            playwright.close();
        }
    }

    static Browser get() {
        return browser;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(PLACE).getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = program("node", "nodejs");
        if (chromium.isEmpty() || node.isEmpty()) {
            String missing =
                    "THE CONSOLE IS NOT TESTED: that takes Chromium and Node, in Debian the packages chromium and nodejs";
            if (Boolean.getBoolean("browser.required")) {
                throw new IllegalStateException(missing);
            }
            throw new TestAbortedException(missing);
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.get().toString())));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Running(playwright);
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
