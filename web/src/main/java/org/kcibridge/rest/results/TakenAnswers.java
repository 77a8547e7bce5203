package org.kcibridge.rest.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kcibridge.lab.ConflictingResults;
import org.kcibridge.lab.Taken;
import org.kcibridge.lab.WrongJob;
import org.kcibridge.rest.BridgeApi;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.Preference;
import org.kcibridge.rest.Problem;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.settings.BridgeSettings;

/** What a lab hears that handed in results: nothing but where to look, or what was made of them when it prefers that. */
@ApplicationScoped
public class TakenAnswers {

    /** The answers' names in {@code /openapi}, as those of {@link org.kcibridge.rest.jobs.JobAnswers}. */
    public static final String TAKEN = "ResultsTaken";

    /** For 201. */
    public static final String SHOWN = "ResultsShown";

    /** For 200. */
    public static final String KNOWN = "ResultsKnown";

    private static final int MOST_NAMED = 100;

    @Inject
    BridgeSettings settings;

    /** @param numbered whether the client has numbered the results, so that one can be named by its place */
    Response taken(Supplier<Taken> taking, boolean numbered, Preference preference) {
        Taken taken = take(taking, numbered);
        Optional<URI> location =
                taken.submission().map(id -> URI.create(settings.publicUrl() + BridgeApi.PATH + "/submissions/" + id));
        if (!preference.representation()) {
            return Response.noContent().location(location.orElse(null)).build();
        }
        return Response.status(location.isPresent() ? Response.Status.CREATED : Response.Status.OK)
                .location(location.orElse(null))
                .header(Preference.APPLIED, Preference.RETURN_REPRESENTATION)
                .entity(TakenView.of(taken))
                .build();
    }

    private static Taken take(Supplier<Taken> taking, boolean numbered) {
        try {
            return taking.get();
        } catch (WrongJob wrong) {
            throw new ProblemException(Problem.of(Response.Status.CONFLICT, wrong.getMessage()));
        } catch (ConflictingResults conflicting) {
            List<FieldError> errors = conflicting.conflicts().stream()
                    .limit(MOST_NAMED)
                    .map(conflict -> new FieldError(
                            numbered ? "tests[%d]".formatted(conflict.index()) : null,
                            "%s %s".formatted(conflict.id(), conflict.before())))
                    .toList();
            throw new ProblemException(Problem.of(
                            Response.Status.CONFLICT,
                            "Tests of this run were handed in before, and otherwise. KCIDB keeps what it got first,"
                                    + " so a correction needs another test_uid.")
                    .with(errors));
        }
    }
}
