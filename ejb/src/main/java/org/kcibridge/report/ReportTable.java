package org.kcibridge.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where objects of a kind are kept. Tables and columns bear KCIDB's names, so the database itself turns an object into a
 * row and a row into an object; the columns are listed here because {@code _timestamp} is ours to set.
 */
enum ReportTable {
    CHECKOUTS(
            Kind.CHECKOUTS,
            """
            id origin tree_name git_repository_url git_commit_hash git_commit_name git_commit_tags git_commit_message
            git_repository_branch git_repository_branch_tip patchset_files patchset_hash message_id comment start_time
            origin_builds_finish_time origin_tests_finish_time log_url log_excerpt valid misc"""),
    BUILDS(
            Kind.BUILDS,
            """
            id checkout_id origin comment start_time duration architecture command compiler input_files output_files
            config_name config_url log_url log_excerpt status misc"""),
    TESTS(
            Kind.TESTS,
            """
            id build_id origin environment path comment log_url log_excerpt status number start_time duration input_files
            output_files misc"""),
    ISSUES(Kind.ISSUES, "id version origin categories report_url report_subject culprit comment misc"),
    INCIDENTS(Kind.INCIDENTS, "id origin issue_id issue_version build_id test_id present comment misc");

    /** What an object is about. An incident of a build that filled its gap with a test would be one of both. */
    private static final Set<String> FOR_GOOD = Set.of("id", "build_id", "test_id");

    private final Kind kind;
    private final List<String> columns;

    ReportTable(Kind kind, String columns) {
        this.kind = kind;
        this.columns = List.of(columns.split("\\s+"));
    }

    static ReportTable of(Kind kind) {
        return valueOf(kind.name());
    }

    Kind kind() {
        return kind;
    }

    List<String> columns() {
        return columns;
    }

    private String table() {
        return kind.key();
    }

    /**
     * Stores the objects of {@code :document}, of two with one id the first. They come in one order for all, or two documents
     * that share objects would wait for each other.
     */
    String store() {
        return store(
                """
                (select distinct on ((object ->> 'id') collate "C") object
                 from jsonb_array_elements(cast(:document as jsonb) -> '%1$s') with ordinality listed (object, place)
                 order by (object ->> 'id') collate "C", place) once
                cross join jsonb_populate_record(cast(null as %1$s), object)"""
                        .formatted(table()));
    }

    /** Makes the table that {@link #storeIncoming} takes rows from, one of this session's own, or empties it. */
    String createIncoming() {
        return "create temporary table if not exists %1$s on commit delete rows as select %2$s from %3$s with no data;\n"
                        .formatted(incoming(), names(), table())
                + "delete from " + incoming();
    }

    /** Fills it. */
    String copyIncoming() {
        return "copy %s (%s) from stdin".formatted(incoming(), names());
    }

    /** Stores what has come in, and counts what was not there. */
    String storeIncoming() {
        return "with stored as (" + store(incoming())
                + " returning (xmax = 0) as new) select count(*) filter (where new) from stored";
    }

    /**
     * What is there already stays, and gaps are filled: that is what KCIDB's ingester does with an id it has seen, so both
     * databases tell the same story.
     */
    private String store(String source) {
        String gaps = columns.stream()
                .filter(column -> !FOR_GOOD.contains(column))
                .map(column -> "%1$s = coalesce(%2$s.%1$s, excluded.%1$s)".formatted(column, table()))
                .collect(Collectors.joining(", "));
        return "insert into %1$s (%2$s) select %2$s from %3$s on conflict (id) do update set %4$s"
                .formatted(table(), names(), source, gaps);
    }

    private String names() {
        return String.join(", ", columns);
    }

    private String incoming() {
        return "incoming_" + table();
    }
}
