package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Reports;
import org.kcibridge.rest.NotFound;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.ProblemException;

/** Pages and single objects of any kind. */
@ApplicationScoped
class ReportedObjects {

    /** KCIDB's rule for ids: an origin, a colon, anything. */
    private static final Pattern ID = Pattern.compile("[a-z0-9_]+:[^\\x00]*");

    @Inject
    Reports reports;

    Page<ReportedObject> page(Kind kind, PageRequest page) {
        return Page.of(reports.newest(kind, page.offset(), page.pageSize()), page, reports.count(kind))
                .map(ReportedObject::new);
    }

    /**
     * @param word what the kind is called in an error, {@code build} for example
     * @throws ProblemException 400 when the id cannot be one
     * @throws NotFound 404 when nothing has it
     */
    ReportedObject object(Kind kind, String word, String id) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.badParameter("id", "must be an origin, a colon and the origin's own id");
        }
        return reports.find(kind, id).map(ReportedObject::new).orElseThrow(() -> NotFound.of(word, id));
    }
}
