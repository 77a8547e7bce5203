package org.kcibridge.runner;

import org.kcibridge.report.Report;

/** What news of a job come to: a report that will not change any more, or nothing yet. */
public sealed interface Verdict {

    /** @param report what KCIDB is told, once and for ever */
    record Final(Report report) implements Verdict {}

    /** @param reason why more has to come before anything may be published */
    record TooEarly(String reason) implements Verdict {}

    /** The news only point to the result: evidence has to be gathered before anybody can judge. */
    record NeedsEvidence() implements Verdict {}
}
