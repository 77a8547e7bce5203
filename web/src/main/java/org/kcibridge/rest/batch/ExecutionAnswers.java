package org.kcibridge.rest.batch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.kcibridge.batch.JobLauncher;
import org.kcibridge.rest.BridgeApi;
import org.kcibridge.settings.BridgeSettings;

/** What a client hears that started a batch job: where to look, or how it is. */
@ApplicationScoped
public class ExecutionAnswers {

    @EJB(lookup = JobLauncher.NAME)
    JobLauncher launcher;

    @Inject
    BridgeSettings settings;

    /** 204, with {@code Location}. */
    public Response begun(long execution) {
        return Response.noContent().location(location(execution)).build();
    }

    Response shown(long execution) {
        return Response.created(location(execution))
                .entity(ExecutionView.of(launcher.find(execution).orElseThrow()))
                .build();
    }

    private URI location(long execution) {
        return URI.create(settings.publicUrl() + BridgeApi.PATH + "/batch/executions/" + execution);
    }
}
