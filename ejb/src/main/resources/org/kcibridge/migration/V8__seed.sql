-- Made-up reports for test databases. They are prepared here, piece by piece, and come into the report in one transaction; the
-- tables they are prepared in are made for each seeding and look like those of the report.
create schema seed;

-- The transactions that brought made-up rows: PostgreSQL keeps with every row which transaction wrote it, so we know of each
-- row, without a mark in it, whether it is as it was seeded. A row that somebody has changed since is his.
create table seed.written (
    transaction bigint primary key,
    dataset     text not null,
    at          timestamptz not null default now()
);

-- What is being prepared, and how far that has come. Unlogged like what it tells of: PostgreSQL empties both when it crashes.
create unlogged table seed.run (
    instance  bigint primary key,
    dataset   text not null,
    checkouts integer not null,
    issues    integer not null,
    scale     integer not null,
    seed      bigint not null,
    now       timestamptz not null
);
create unlogged table seed.prepared (
    kind  text not null,
    first bigint not null,
    primary key (kind, first)
);

-- As in V5, but who brings rows by the thousand may say that they are no news.
create or replace function event.tell_objects() returns trigger language plpgsql as $$
begin
    if current_setting('kcibridge.silent', true) = 'on' then
        return null;
    end if;
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
