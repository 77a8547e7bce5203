package org.kcibridge.it.anyorder;

/**
 * What came of a job, without what differs from one job to another: ids, hashes, times.
 *
 * @param job the job's state
 * @param submissions how many reports of it go to KCIDB
 * @param document what KCIDB is told
 * @param rows what the report tables say
 */
record FinalState(String job, int submissions, String document, String rows) {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?";
    private static final String SECONDS = "\"(duration|[a-z_]*_duration)\": ?[0-9.]+";
    private static final String HASH = "\\bg?[0-9a-f]{12,64}\\b";

    /** @param names what tells this job's work from any other's */
    static FinalState of(String job, int submissions, String document, String rows, Iterable<String> names) {
        return new FinalState(job, submissions, anonymous(document, names), anonymous(rows, names));
    }

    private static String anonymous(String text, Iterable<String> names) {
        String plain = text == null ? "" : text;
        for (String name : names) {
            plain = plain.replace(name, "NAME");
        }
        return plain.replaceAll(TIME, "TIME").replaceAll(SECONDS, "\"$1\": N").replaceAll(HASH, "HASH");
    }
}
