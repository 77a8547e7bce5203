-- Files that belong to what is reported, logs above all. Each is kept once, under the digest of what it holds. In parts, so
-- that neither keeping nor serving one takes more memory than a part does: a bytea is read as a whole, and large objects are
-- known to nobody but whoever remembers their number.
create table artefact (
    sha256       text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content_type text not null,
    bytes        bigint not null check (bytes >= 0),
    created_at   timestamptz not null default now()
);
create index artefact_newest on artefact (created_at desc, sha256 desc);

create table artefact_part (
    sha256  text not null references artefact (sha256) on delete cascade,
    part    integer not null check (part >= 0),
    content bytea not null,
    primary key (sha256, part)
);

-- What an artefact belongs to. A reference to a row of the report is soft, as they all are.
create table artefact_of_test (
    test_id text not null,
    sha256  text not null references artefact (sha256) on delete cascade,
    primary key (test_id, sha256)
);
create index artefact_of_test_sha256 on artefact_of_test (sha256);
