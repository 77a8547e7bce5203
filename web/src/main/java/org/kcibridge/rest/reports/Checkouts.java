package org.kcibridge.rest.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /checkouts}: checkouts as they were reported. */
@Path("/checkouts")
@RequestScoped
public class Checkouts extends ReportResource {

    public Checkouts() {
        super(Kind.CHECKOUTS);
    }
}
