package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /builds}: builds as they were reported. */
@Path("/builds")
@ApplicationScoped
public class Builds extends ReportResource {

    public Builds() {
        super(Kind.BUILDS);
    }
}
