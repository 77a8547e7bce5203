package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /incidents}: incidents as they were reported. */
@Path("/incidents")
@ApplicationScoped
public class Incidents extends ReportResource {

    public Incidents() {
        super(Kind.INCIDENTS);
    }
}
