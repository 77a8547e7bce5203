-- The rest of the report. As in V1, tables and columns bear KCIDB's names, and references are soft.
create table tests (
    id           text primary key,
    _timestamp   timestamptz not null default now(),
    build_id     text not null,
    origin       text not null,
    environment  jsonb,
    path         text,
    comment      text,
    log_url      text,
    log_excerpt  text,
    status       text check (status in ('FAIL', 'ERROR', 'MISS', 'PASS', 'DONE', 'SKIP')),
    number       jsonb,
    start_time   timestamptz,
    duration     double precision,
    input_files  jsonb,
    output_files jsonb,
    misc         jsonb
);
create index tests_newest on tests (_timestamp desc, id desc);
create index tests_of_build on tests (build_id);

-- KCIDB's model tells the versions of an issue apart, but its ingester does not: it knows an issue by its id alone and
-- ignores a second version. With (id, version) as the key we would show what KCIDB does not have; so the id is the key
-- here too, and what is to be seen as changed needs a new id.
create table issues (
    id             text primary key,
    _timestamp     timestamptz not null default now(),
    version        integer not null check (version >= 0),
    origin         text not null,
    categories     text[],
    report_url     text,
    report_subject text,
    culprit        jsonb,
    comment        text,
    misc           jsonb
);
create index issues_newest on issues (_timestamp desc, id desc);

-- An issue seen once, in a build or in a test.
create table incidents (
    id            text primary key,
    _timestamp    timestamptz not null default now(),
    origin        text not null,
    issue_id      text not null,
    issue_version integer not null check (issue_version >= 0),
    build_id      text,
    test_id       text,
    present       boolean,
    comment       text,
    misc          jsonb,
    constraint incidents_of_one check (num_nonnulls(build_id, test_id) = 1)
);
create index incidents_newest on incidents (_timestamp desc, id desc);
create index incidents_of_issue on incidents (issue_id);
create index incidents_of_build on incidents (build_id) where build_id is not null;
create index incidents_of_test on incidents (test_id) where test_id is not null;
