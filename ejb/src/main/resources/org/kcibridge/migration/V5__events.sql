-- What is told to those who watch: which object came to which state. It is no part of the data, so it has a schema of its
-- own. Triggers tell, because nothing gets past them: entities, statements, other nodes, an operator at a prompt.
create schema event;

-- What has no number yet. A transaction cannot number its own events: one that takes a smaller number and commits later
-- would be missed by readers who have seen a greater one. No index, as nobody looks for a single row.
create sequence event.waiting_seq;
create table event.waiting (
    place   bigint not null default nextval('event.waiting_seq'),
    channel text not null,
    object  text not null,
    state   text,
    at      timestamptz not null default now()
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- What can be told, kept for a while. Numbers are given under a lock that is held until they are committed: who has seen a
-- number can see all smaller ones.
create sequence event.numbered_seq;
create table event.numbered (
    id      bigint primary key default nextval('event.numbered_seq'),
    channel text not null,
    object  text not null,
    state   text,
    at      timestamptz not null
);

-- The places of two events of one object are in the order of its changes: the second had to wait for the first one's commit.
create function event.number_waiting() returns void language plpgsql as $$
begin
    if exists (select from event.waiting) then
        perform pg_advisory_xact_lock(cast('event.numbered'::regclass as bigint));
        with taken as (delete from event.waiting returning *)
        insert into event.numbered (channel, object, state, at)
        select channel, object, state, at from taken order by place;
    end if;
end $$;

-- PostgreSQL commits transactions that notify one after the other, which would cost a busy bridge more than all the rest; so
-- of those that run at the same time one notifies, and the others leave it at that. Who listens looks now and then anyhow.
create function event.wake() returns void language plpgsql as $$
begin
    if pg_try_advisory_xact_lock(cast('event.waiting'::regclass as bigint)) then
        perform pg_notify('event', '');
    end if;
end $$;

-- For work: one row at a time comes to another state, and most changes are none of its state. The argument is the channel.
create function event.tell_state() returns trigger language plpgsql as $$
begin
    if tg_argv[0] = 'batch' then
        -- The table is JBeret's, which makes it when it first needs it: see org.kcibridge.batch.event.
        insert into event.waiting (channel, object, state) values ('batch', new.jobexecutionid, new.batchstatus);
    else
        insert into event.waiting (channel, object, state) values (tg_argv[0], new.id, new.state);
    end if;
    perform event.wake();
    return null;
end $$;

create trigger tell_new after insert on job for each row execute function event.tell_state('jobs');
create trigger tell_change after update on job for each row
    when (old.state is distinct from new.state) execute function event.tell_state('jobs');

create trigger tell_new after insert on callback for each row execute function event.tell_state('callbacks');
create trigger tell_change after update on callback for each row
    when (old.state is distinct from new.state) execute function event.tell_state('callbacks');

create trigger tell_new after insert on submission for each row execute function event.tell_state('submissions');
create trigger tell_change after update on submission for each row
    when (old.state is distinct from new.state) execute function event.tell_state('submissions');

-- For the report, which comes by the hundred: objects are new, or their gaps are filled. Arguments: the channel, and 'status'
-- where there is one.
create function event.tell_objects() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and tg_nargs = 2 then
        insert into event.waiting (channel, object, state) select tg_argv[0], id, status from fresh;
    elsif tg_op = 'INSERT' then
        insert into event.waiting (channel, object) select tg_argv[0], id from fresh;
    elsif tg_nargs = 2 then
        insert into event.waiting (channel, object, state)
        select tg_argv[0], id, fresh.status from fresh join stale using (id) where fresh.* is distinct from stale.*;
    else
        insert into event.waiting (channel, object)
        select tg_argv[0], id from fresh join stale using (id) where fresh.* is distinct from stale.*;
    end if;
    if found then
        perform event.wake();
    end if;
    return null;
end $$;

create trigger tell_new after insert on checkouts referencing new table as fresh
    for each statement execute function event.tell_objects('checkouts');
create trigger tell_change after update on checkouts referencing new table as fresh old table as stale
    for each statement execute function event.tell_objects('checkouts');

create trigger tell_new after insert on builds referencing new table as fresh
    for each statement execute function event.tell_objects('builds', 'status');
create trigger tell_change after update on builds referencing new table as fresh old table as stale
    for each statement execute function event.tell_objects('builds', 'status');

create trigger tell_new after insert on tests referencing new table as fresh
    for each statement execute function event.tell_objects('tests', 'status');
create trigger tell_change after update on tests referencing new table as fresh old table as stale
    for each statement execute function event.tell_objects('tests', 'status');

create trigger tell_new after insert on issues referencing new table as fresh
    for each statement execute function event.tell_objects('issues');
create trigger tell_change after update on issues referencing new table as fresh old table as stale
    for each statement execute function event.tell_objects('issues');

create trigger tell_new after insert on incidents referencing new table as fresh
    for each statement execute function event.tell_objects('incidents');
create trigger tell_change after update on incidents referencing new table as fresh old table as stale
    for each statement execute function event.tell_objects('incidents');
