package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /issues}: issues as they were reported. */
@Path("/issues")
@ApplicationScoped
public class Issues extends ReportResource {

    public Issues() {
        super(Kind.ISSUES);
    }
}
