package org.kcibridge.submission;

import java.util.List;
import java.util.Optional;

/** The port to KCIDB. Calls go over the network and never inside a transaction. */
public interface KcidbGateway {

    /** What keeps a document from being sent, a line each; nothing goes over the network for this. */
    List<String> violations(String document);

    /** Posts a document; every outcome, also that nobody answers, is an {@link Answer}. */
    Answer submit(String document);

    /**
     * Knocks without handing anything over.
     *
     * @return what speaks against sending; empty if nothing does
     */
    Optional<Answer> trouble();

    /** Asks what has become of what was posted under this id. */
    Progress progress(String kcidbId);

    /** Whether reports are to stay in the outbox. */
    boolean isDryRun();

    /** What has become of a posted document. */
    enum Progress {
        /** It is in the database. */
        PROCESSED,
        /** The ingester put it aside; without a reason, and innocent documents share the fate of their neighbours. */
        FAILED,
        /** It waits. */
        UNDER_WAY,
        /** KCIDB knows nothing of it: kept no longer, or lost. */
        UNKNOWN,
        /** KCIDB cannot be asked now. */
        UNREACHABLE
    }
}
