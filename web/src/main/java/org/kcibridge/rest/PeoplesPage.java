package org.kcibridge.rest;

/** A problem as people see it who look at pages. It needs nothing that could be out of order itself. */
final class PeoplesPage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s · KCI Bridge</title>%3$s
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/console/style/console.css">
            </head>
            <body>
            <main class="login">
                <h1>%1$s</h1>
                <div class="empty bad" role="alert">%2$s</div>
                <p><a href="/console/">To the overview</a></p>
            </main>
            </body>
            </html>
            """;

    /** All that it needs: its style, and the icon that it has none. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PeoplesPage() {}

    /** What is out of order may be in order soon: then the page looks again by itself. */
    static String of(Problem problem) {
        boolean passing = problem.status() >= 500;
        String detail = problem.detail() == null ? "" : problem.detail();
        return PAGE.formatted(
                escaped(problem.title()),
                escaped(passing ? detail + " This page tries again by itself." : detail),
                passing ? "\n    <meta http-equiv=\"refresh\" content=\"5\">" : "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
