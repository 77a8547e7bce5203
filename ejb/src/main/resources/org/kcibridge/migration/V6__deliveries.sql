-- A delivery is written before it is posted, keeps what was posted for a while, and is followed as a whole until KCIDB has
-- processed it: what travels together is asked about together.
alter table delivery
    alter column answered_at drop not null,
    add column state text not null default 'NOT_TAKEN'
        check (state in ('POSTED', 'SPOOLED', 'PROCESSED', 'FAILED', 'REFUSED', 'NOT_TAKEN')),
    add column lease uuid,
    add column due_at timestamptz;

update delivery set state = 'REFUSED' where http_status in (400, 413, 422);
update delivery set state = 'PROCESSED' where kcidb_id is not null;
update delivery set state = 'SPOOLED', due_at = now()
where kcidb_id is not null
  and exists (select from submission where submission.delivery_id = delivery.id and submission.state = 'SENT');

alter table delivery
    alter column state drop default,
    add check ((state = 'SPOOLED') = (due_at is not null)),
    add check ((state in ('SPOOLED', 'PROCESSED', 'FAILED')) <= (kcidb_id is not null));
create index delivery_spooled on delivery (due_at, id) where state = 'SPOOLED';
create index delivery_newest on delivery (posted_at desc, id desc);

-- What was posted, to the byte. By itself, so that it can be forgotten after a while.
create table delivery_document (
    delivery_id bigint primary key references delivery (id),
    document    text not null
);

-- Which submissions went along. A submission names its last delivery itself; this tells of those before.
create table delivered (
    delivery_id   bigint not null references delivery (id),
    submission_id uuid not null references submission (id),
    primary key (submission_id, delivery_id)
);
insert into delivered (delivery_id, submission_id) select delivery_id, id from submission where delivery_id is not null;

-- What KCIDB has in its spool is not due by itself any more.
alter table submission drop constraint submission_check1;
update submission set due_at = null, lease = null where state = 'SENT';
alter table submission
    add check ((state in ('WAITING', 'RETRY')) = (due_at is not null)),
    add column kind text generated always as
        (case when document -> 'tests' is not null then 'tests' when document -> 'builds' is not null then 'builds'
              else 'other' end) stored,
    add column origin text generated always as
        (coalesce(document #>> '{tests,0,origin}', document #>> '{builds,0,origin}', document #>> '{checkouts,0,origin}',
                  document #>> '{issues,0,origin}', document #>> '{incidents,0,origin}')) stored;
drop index submission_sent;
create index submission_delivery on submission (delivery_id) where delivery_id is not null;
create index submission_stuck on submission (id) where state in ('RETRY', 'DEAD');

-- How we last found who we deliver to. All nodes go by it: what one has learnt the others need not try.
create table destination (
    id       text primary key,
    state    text not null check (state in ('REACHABLE', 'UNREACHABLE', 'UNAUTHORISED')),
    failures integer not null default 0,
    reason   text,
    since    timestamptz not null,
    due_at   timestamptz,
    check ((state = 'REACHABLE') = (due_at is null))
);
insert into destination (id, state, since) values ('kcidb', 'REACHABLE', now());

create trigger tell_new after insert on delivery for each row execute function event.tell_state('deliveries');
create trigger tell_change after update on delivery for each row
    when (old.state is distinct from new.state) execute function event.tell_state('deliveries');

create trigger tell_new after insert on destination for each row execute function event.tell_state('destinations');
create trigger tell_change after update on destination for each row
    when (old.state is distinct from new.state) execute function event.tell_state('destinations');
