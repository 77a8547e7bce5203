package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /checkouts}: checkouts as they were reported. */
@Path("/checkouts")
@ApplicationScoped
public class Checkouts extends ReportResource {

    public Checkouts() {
        super(Kind.CHECKOUTS);
    }
}
