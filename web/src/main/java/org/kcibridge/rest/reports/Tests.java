package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.report.Kind;

/** {@code /tests}: tests as they were reported. */
@Path("/tests")
@ApplicationScoped
public class Tests extends ReportResource {

    public Tests() {
        super(Kind.TESTS);
    }
}
