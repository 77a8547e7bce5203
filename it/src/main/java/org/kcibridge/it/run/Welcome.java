package org.kcibridge.it.run;

import java.net.URI;
import java.util.Optional;

/** The few lines that greet whoever started the bridge. Secrets made at this start are in them, and nowhere else. */
final class Welcome {

    private static final String TREE = "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git";

    private final RunSettings settings;
    private final BridgeServer server;
    private final Optional<URI> documents;
    private final Optional<String> token;

    Welcome(RunSettings settings, BridgeServer server, Optional<URI> documents, Optional<String> token) {
        this.settings = settings;
        this.server = server;
        this.documents = documents;
        this.token = token;
    }

    String text() {
        var text = new StringBuilder("\nKCI Bridge is up; Ctrl-C stops it.\n");
        if (settings.sandbox()) {
            text.append(
                    """

                    *** SANDBOX: TUXSUITE_TOKEN is not set, so all builds and results are MADE UP. ***
                    *** Stand-ins play TuxSuite and KCIDB; nothing leaves this machine.            ***
                    """);
        } else if (settings.isPublicUrlLocal()) {
            text.append("\nTuxSuite cannot call back to ")
                    .append(settings.publicUrl())
                    .append(": set BRIDGE_PUBLIC_URL to where it can reach this machine.\n");
        }
        text.append('\n');
        line(text, "API", api().toString());
        line(text, "operator token", operatorToken());
        line(text, "admin console", "http://localhost:" + settings.managementPort() + "/console");
        line(text, "  login", login());
        documents.ifPresent(url -> line(text, "KCIDB documents", url.toString()));
        line(text, "log", server.log().toString());
        return text.append(examples()).toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-16s %s%n", name, value));
    }

    private String operatorToken() {
        if (token.isPresent()) {
            return token.get() + "   (shown this once)";
        }
        return settings.adminToken()
                ? "the one in BRIDGE_ADMIN_TOKEN"
                : "shown at the first start; set BRIDGE_ADMIN_TOKEN to replace it";
    }

    private String login() {
        return server.newManagementPassword()
                .map(password -> ManagementLogin.USER + " / " + password + "   (shown this once)")
                .orElse(ManagementLogin.USER + ", password shown at the first start; delete " + server.managementUsers()
                        + " for a new one");
    }

    private String examples() {
        String bearer = token.orElse(settings.adminToken() ? "$BRIDGE_ADMIN_TOKEN" : "$TOKEN");
        return """

                Ask for a build, and look at it a few seconds later:

                curl -i -X POST -H "Authorization: Bearer %1$s" -H "Content-Type: application/json" -d '{"toolchain":"gcc-14","tree":"%2$s","branch":"master","kconfig":"defconfig"}' %3$s/builds/run
                curl -H "Authorization: Bearer %1$s" %3$s/builds
                """
                .formatted(bearer, TREE, api());
    }

    private URI api() {
        return settings.localUrl().resolve("/api/v1");
    }
}
