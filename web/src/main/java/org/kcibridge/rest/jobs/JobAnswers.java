package org.kcibridge.rest.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.rest.BridgeApi;
import org.kcibridge.rest.Preference;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.settings.BridgeSettings;

/** What a client hears that asked for work: nothing but where to look, or the job itself when it prefers that. */
@ApplicationScoped
public class JobAnswers {

    /** The answers' names in {@code /openapi}: {@code @APIResponse(responseCode = "204", ref = JobAnswers.TAKEN)}. */
    public static final String TAKEN = "JobTaken";

    /** For 204 where there may be nothing left to do. */
    public static final String LEFT = "JobTakenIfAny";

    /** For 201. */
    public static final String SHOWN = "JobShown";

    @Inject
    JobLedger ledger;

    @Inject
    BridgeSettings settings;

    /** @param job the job that does what was asked for; none when nothing was left to do */
    public Response scheduled(Optional<UUID> job, Preference preference) {
        return job.map(id -> scheduled(id, preference))
                .orElseGet(() -> Response.noContent().build());
    }

    /** @param job the job that does what was asked for, new or joined */
    public Response scheduled(UUID job, Preference preference) {
        URI location = URI.create(settings.publicUrl() + BridgeApi.PATH + "/jobs/" + job);
        if (!preference.representation()) {
            return Response.noContent().location(location).build();
        }
        return Response.created(location)
                .header(Preference.APPLIED, Preference.RETURN_REPRESENTATION)
                .entity(JobView.of(ledger.find(job).orElseThrow()))
                .build();
    }
}
