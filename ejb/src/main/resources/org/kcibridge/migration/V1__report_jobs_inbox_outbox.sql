-- The report: KCIDB's objects under KCIDB's names, so that an object is a row and a row is an object
-- (jsonb_populate_record, to_jsonb). References between them are soft: results name builds and
-- checkouts of other origins that never reach us.
create table checkouts (
    id                        text primary key,
    _timestamp                timestamptz not null default now(),
    origin                    text not null,
    tree_name                 text,
    git_repository_url        text,
    git_commit_hash           text,
    git_commit_name           text,
    git_commit_tags           text[],
    git_commit_message        text,
    git_repository_branch     text,
    git_repository_branch_tip boolean,
    patchset_files            jsonb,
    patchset_hash             text,
    message_id                text,
    comment                   text,
    start_time                timestamptz,
    origin_builds_finish_time timestamptz,
    origin_tests_finish_time  timestamptz,
    log_url                   text,
    log_excerpt               text,
    valid                     boolean,
    misc                      jsonb
);
create index checkouts_newest on checkouts (_timestamp desc, id desc);

create table builds (
    id           text primary key,
    _timestamp   timestamptz not null default now(),
    checkout_id  text not null,
    origin       text not null,
    comment      text,
    start_time   timestamptz,
    duration     double precision,
    architecture text,
    command      text,
    compiler     text,
    input_files  jsonb,
    output_files jsonb,
    config_name  text,
    config_url   text,
    log_url      text,
    log_excerpt  text,
    status       text check (status in ('FAIL', 'ERROR', 'MISS', 'PASS', 'DONE', 'SKIP')),
    misc         jsonb
);
create index builds_newest on builds (_timestamp desc, id desc);
create index builds_of_checkout on builds (checkout_id);

-- One piece of work given to a runner. due_at is when somebody has to look at it next (send it,
-- or ask the runner about it); moving it is the lease of whoever looks.
create table job (
    id              uuid primary key,
    kind            text not null check (kind in ('BUILD', 'TEST', 'BOOT')),
    state           text not null check (state in ('REQUESTED', 'SUBMITTED', 'REJECTED', 'FINISHED', 'LOST')),
    runner          text not null,
    runner_uid      text,
    origin          text not null,
    request         jsonb not null,
    callback_secret text not null,
    build_id        text,
    attempts        integer not null default 0,
    last_error      text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    due_at          timestamptz,
    check (state <> 'SUBMITTED' or runner_uid is not null),
    check ((state in ('REQUESTED', 'SUBMITTED')) = (due_at is not null))
);
create unique index job_of_runner on job (runner, runner_uid) where runner_uid is not null;
create index job_due on job (due_at) where due_at is not null;
create index job_newest on job (created_at desc, id desc);

-- Work that is under way: who holds a claim does it, everybody else joins. Deferred, because the
-- claim decides whether there will be a job at all.
create table claim (
    work   text primary key,
    job_id uuid not null references job (id) deferrable initially deferred
);
create index claim_of_job on claim (job_id);

-- The inbox: what runners told us, to the byte, before anything was made of it.
create sequence callback_seq increment by 1;
create table callback (
    id          bigint primary key default nextval('callback_seq'),
    runner      text not null,
    door        text not null check (door in ('build', 'test', 'boot')),
    job_id      uuid references job (id),
    proof       text not null check (proof in ('SIGNATURE', 'SECRET', 'ASKED')),
    body        bytea not null,
    body_sha256 text not null unique,
    state       text not null check (state in ('RECEIVED', 'PARKED', 'APPLIED', 'IGNORED', 'QUARANTINED')),
    reason      text,
    attempts    integer not null default 0,
    received_at timestamptz not null default now(),
    due_at      timestamptz default now(),
    closed_at   timestamptz,
    check ((state in ('RECEIVED', 'PARKED')) = (due_at is not null))
);
create index callback_due on callback (due_at) where due_at is not null;
create index callback_of_job on callback (job_id);

-- One attempt to post a batch of submissions to KCIDB, and what came of it.
create sequence delivery_seq increment by 1;
create table delivery (
    id          bigint primary key default nextval('delivery_seq'),
    posted_at   timestamptz not null,
    answered_at timestamptz not null,
    submissions integer not null,
    objects     integer not null,
    bytes       integer not null,
    sha256      text not null,
    http_status integer,
    answer      text,
    kcidb_id    text
);

-- The outbox: one report queued for KCIDB. Written in the transaction that decided on it.
create table submission (
    id          uuid primary key,
    job_id      uuid unique references job (id),
    state       text not null check (state in ('WAITING', 'RETRY', 'SENT', 'CONFIRMED', 'DEAD')),
    document    jsonb not null,
    objects     integer not null check (objects > 0),
    bytes       integer not null check (bytes > 0),
    attempts    integer not null default 0,
    failures    integer not null default 0,
    last_error  text,
    kcidb_id    text,
    delivery_id bigint references delivery (id),
    lease       uuid,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    sent_at     timestamptz,
    due_at      timestamptz,
    check ((state in ('SENT', 'CONFIRMED')) <= (kcidb_id is not null)),
    check ((state in ('WAITING', 'RETRY', 'SENT')) = (due_at is not null))
);
create index submission_unsent on submission (due_at, id) where state in ('WAITING', 'RETRY');
create index submission_sent on submission (due_at, id) where state = 'SENT';
create index submission_leased on submission (lease) where lease is not null;
create index submission_newest on submission (created_at desc, id desc);

create table api_token (
    id           uuid primary key,
    name         text not null,
    role         text not null check (role in ('reader', 'submitter', 'operator')),
    token_hash   text not null unique,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

-- Whether the results in this database are made up. One row, written at the first start.
create table installation (
    only_one boolean primary key default true check (only_one),
    sandbox  boolean not null
);
