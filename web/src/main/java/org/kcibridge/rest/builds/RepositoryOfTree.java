package org.kcibridge.rest.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.settings.BridgeSettings;

/** Finds the repository a client means by {@code tree}: it says so by a URL, or by a name everybody knows. */
@ApplicationScoped
class RepositoryOfTree {

    /** The schemes TuxSuite fetches from. */
    private static final Set<String> SCHEMES = Set.of("git", "http", "https");

    @Inject
    BridgeSettings settings;

    /** @throws ProblemException 422 naming {@code tree} when it is neither */
    String find(String tree) {
        if (!tree.contains("://")) {
            return settings.trees()
                    .urlOf(tree)
                    .orElseThrow(() -> wrong("must be a git://, http:// or https:// URL, or the name of a known tree"));
        }
        try {
            URI url = new URI(tree);
            if (!SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
                throw wrong("must be a git://, http:// or https:// URL");
            }
            if (url.getRawUserInfo() != null) {
                throw wrong("must carry no credentials: it is published");
            }
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw wrong("must be the plain URL of a repository, without ? and #");
            }
            return tree;
        } catch (URISyntaxException malformed) {
            throw wrong("is not a URL");
        }
    }

    private static ProblemException wrong(String message) {
        return new ProblemException(Problem.unprocessable(List.of(new FieldError("tree", message))));
    }
}
