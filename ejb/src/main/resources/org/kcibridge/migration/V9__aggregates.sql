-- What is worked out of the report, so that nobody has to look through a million tests for it. It could be worked out anew at
-- any time; nothing is kept here that the report does not say.
create schema aggregate;

-- What may have to be worked out again. Triggers write here, whoever changes the report, and write no more than that: no
-- index, so that writers never wait for each other. What a key belongs to is found out later, for parents may come after
-- their children. Who seeds a database changes all of it, and marks all of it himself.
create sequence aggregate.stale_seq;
create table aggregate.stale (
    place bigint not null default nextval('aggregate.stale_seq'),
    kind  text not null check (kind in ('checkout', 'build', 'issue')),
    key   text not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- How builds, boots and tests of a checkout went. A boot is a test whose path is "boot" or begins with "boot.".
create table aggregate.checkout (
    checkout_id  text not null,
    kind         text not null check (kind in ('builds', 'boots', 'tests')),
    pass         integer not null,
    fail         integer not null,
    error        integer not null,
    miss         integer not null,
    done         integer not null,
    skip         integer not null,
    none         integer not null,
    inconclusive integer not null generated always as (error + miss + done + skip + none) stored,
    primary key (checkout_id, kind)
);

-- A tree of one origin, and its newest checkout.
create table aggregate.tree (
    origin                text not null,
    tree_name             text,
    git_repository_url    text,
    git_repository_branch text,
    checkout_id           text not null,
    start_time            timestamptz,
    unique nulls not distinct (origin, tree_name, git_repository_url, git_repository_branch)
);
create index tree_of_checkout on aggregate.tree (checkout_id);

-- What ran on a platform, by the origin of the tests: boots and tests, and the builds they ran, each once.
create table aggregate.hardware (
    platform     text not null,
    origin       text not null,
    checkout_id  text not null,
    kind         text not null check (kind in ('builds', 'boots', 'tests')),
    compatible   text[] not null,
    last_seen    timestamptz,
    pass         integer not null,
    fail         integer not null,
    error        integer not null,
    miss         integer not null,
    done         integer not null,
    skip         integer not null,
    none         integer not null,
    inconclusive integer not null generated always as (error + miss + done + skip + none) stored,
    primary key (checkout_id, platform, origin, kind)
);
create index hardware_of_platform on aggregate.hardware (platform, last_seen desc);

-- Where an issue was seen first and last. The checkout is known as soon as the build is.
create table aggregate.issue (
    issue_id       text primary key,
    incidents      integer not null,
    builds         integer not null,
    tests          integer not null,
    first_seen     timestamptz not null,
    first_checkout text,
    last_seen      timestamptz not null,
    last_checkout  text
);

create function aggregate.checkouts_changed() returns trigger language plpgsql as $$
begin
    if current_setting('kcibridge.seeding', true) = 'on' then
        return null;
    end if;
    if tg_op <> 'DELETE' then
        insert into aggregate.stale (kind, key) select 'checkout', id from fresh;
    end if;
    if tg_op <> 'INSERT' then
        insert into aggregate.stale (kind, key) select 'checkout', id from stale;
    end if;
    return null;
end $$;

create function aggregate.builds_changed() returns trigger language plpgsql as $$
begin
    if current_setting('kcibridge.seeding', true) = 'on' then
        return null;
    end if;
    if tg_op <> 'DELETE' then
        insert into aggregate.stale (kind, key)
        select distinct 'checkout', checkout_id from fresh union all select 'build', id from fresh;
    end if;
    if tg_op <> 'INSERT' then
        insert into aggregate.stale (kind, key)
        select distinct 'checkout', checkout_id from stale union all select 'build', id from stale;
    end if;
    return null;
end $$;

create function aggregate.tests_changed() returns trigger language plpgsql as $$
begin
    if current_setting('kcibridge.seeding', true) = 'on' then
        return null;
    end if;
    if tg_op <> 'DELETE' then
        insert into aggregate.stale (kind, key) select distinct 'build', build_id from fresh;
    end if;
    if tg_op <> 'INSERT' then
        insert into aggregate.stale (kind, key) select distinct 'build', build_id from stale;
        -- By its build nobody finds a test that has left it.
        insert into aggregate.stale (kind, key)
        select distinct 'issue', i.issue_id from stale join public.incidents i on i.test_id = stale.id;
    end if;
    return null;
end $$;

create function aggregate.incidents_changed() returns trigger language plpgsql as $$
begin
    if current_setting('kcibridge.seeding', true) = 'on' then
        return null;
    end if;
    if tg_op <> 'DELETE' then
        insert into aggregate.stale (kind, key) select distinct 'issue', issue_id from fresh;
    end if;
    if tg_op <> 'INSERT' then
        insert into aggregate.stale (kind, key) select distinct 'issue', issue_id from stale;
    end if;
    return null;
end $$;

do $$
declare
    what text;
begin
    foreach what in array array['checkouts', 'builds', 'tests', 'incidents'] loop
        execute format('create trigger mark_new after insert on %1$I referencing new table as fresh
                        for each statement execute function aggregate.%1$s_changed()', what);
        execute format('create trigger mark_change after update on %1$I referencing new table as fresh old table as stale
                        for each statement execute function aggregate.%1$s_changed()', what);
        execute format('create trigger mark_end after delete on %1$I referencing old table as stale
                        for each statement execute function aggregate.%1$s_changed()', what);
    end loop;
end $$;

create function aggregate.platform_of(environment jsonb) returns text language sql immutable parallel safe as $$
    select coalesce(environment -> 'misc' ->> 'platform', 'Unknown')
$$;

create function aggregate.work_out_checkouts(ids text[]) returns void language plpgsql as $$
begin
    delete from aggregate.checkout where checkout_id = any (ids);
    delete from aggregate.hardware where checkout_id = any (ids);

    insert into aggregate.checkout (checkout_id, kind, pass, fail, error, miss, done, skip, none)
    select checkout_id, kind,
           count(*) filter (where status = 'PASS'), count(*) filter (where status = 'FAIL'),
           count(*) filter (where status = 'ERROR'), count(*) filter (where status = 'MISS'),
           count(*) filter (where status = 'DONE'), count(*) filter (where status = 'SKIP'),
           count(*) filter (where status is null)
    from (select b.checkout_id, 'builds' as kind, b.status from builds b where b.checkout_id = any (ids)
          union all
          select b.checkout_id, case when t.path = 'boot' or t.path like 'boot.%' then 'boots' else 'tests' end, t.status
          from builds b join tests t on t.build_id = b.id where b.checkout_id = any (ids)) went
    where checkout_id in (select id from checkouts)
    group by checkout_id, kind;

    insert into aggregate.hardware
        (platform, origin, checkout_id, kind, compatible, last_seen, pass, fail, error, miss, done, skip, none)
    with ran as materialized (
        select b.checkout_id, b.id as build_id, b.status as build_status, t.origin, t.status, t.start_time,
               aggregate.platform_of(t.environment) as platform, t.environment -> 'compatible' as compatible,
               case when t.path = 'boot' or t.path like 'boot.%' then 'boots' else 'tests' end as kind
        from builds b join tests t on t.build_id = b.id
        where b.checkout_id = any (ids) and b.checkout_id in (select id from checkouts)
    ), went as (
        select checkout_id, platform, origin, kind, status from ran
        union all
        select checkout_id, platform, origin, 'builds', build_status
        from (select distinct checkout_id, platform, origin, build_id, build_status from ran) once
    ), known as (
        select checkout_id, platform, origin, max(start_time) as last_seen from ran group by 1, 2, 3
    ), fits as (
        select checkout_id, platform, origin, array_agg(distinct name order by name) as compatible
        from ran cross join jsonb_array_elements_text(compatible) name
        where jsonb_typeof(compatible) = 'array' group by 1, 2, 3
    )
    select platform, origin, checkout_id, kind, coalesce(compatible, '{}'), last_seen,
           count(*) filter (where status = 'PASS'), count(*) filter (where status = 'FAIL'),
           count(*) filter (where status = 'ERROR'), count(*) filter (where status = 'MISS'),
           count(*) filter (where status = 'DONE'), count(*) filter (where status = 'SKIP'),
           count(*) filter (where status is null)
    from went join known using (checkout_id, platform, origin) left join fits using (checkout_id, platform, origin)
    group by platform, origin, checkout_id, kind, compatible, last_seen;
end $$;

-- Trees these checkouts belong to now, and those whose newest one they were.
create function aggregate.work_out_trees(ids text[]) returns void language sql as $$
    insert into aggregate.tree as t
        (origin, tree_name, git_repository_url, git_repository_branch, checkout_id, start_time)
    select a.origin, a.tree_name, a.git_repository_url, a.git_repository_branch, newest.id, newest.start_time
    from (select origin, tree_name, git_repository_url, git_repository_branch from checkouts where id = any (ids)
          union
          select origin, tree_name, git_repository_url, git_repository_branch from aggregate.tree
          where checkout_id = any (ids)) a
    cross join lateral (
        select c.id, c.start_time from checkouts c
        where c.origin = a.origin
          and c.tree_name is not distinct from a.tree_name
          and c.git_repository_url is not distinct from a.git_repository_url
          and c.git_repository_branch is not distinct from a.git_repository_branch
        order by coalesce(c.start_time, c._timestamp) desc, c.id desc limit 1) newest
    on conflict (origin, tree_name, git_repository_url, git_repository_branch)
    do update set checkout_id = excluded.checkout_id, start_time = excluded.start_time;

    -- Trees that have no checkout any more still have the one that is gone, or has become another tree's.
    delete from aggregate.tree t
    where t.checkout_id = any (ids) and not exists (
        select from checkouts c
        where c.id = t.checkout_id and c.origin = t.origin
          and c.tree_name is not distinct from t.tree_name
          and c.git_repository_url is not distinct from t.git_repository_url
          and c.git_repository_branch is not distinct from t.git_repository_branch);
$$;

create function aggregate.work_out_issues(ids text[]) returns void language plpgsql as $$
begin
    delete from aggregate.issue where issue_id = any (ids);
    insert into aggregate.issue
        (issue_id, incidents, builds, tests, first_seen, first_checkout, last_seen, last_checkout)
    select i.issue_id, count(*), count(distinct i.build_id), count(distinct i.test_id),
           min(i._timestamp), (array_agg(b.checkout_id order by i._timestamp, i.id))[1],
           max(i._timestamp), (array_agg(b.checkout_id order by i._timestamp desc, i.id desc))[1]
    from incidents i
    left join tests t on t.id = i.test_id
    left join builds b on b.id = coalesce(i.build_id, t.build_id)
    where i.issue_id = any (ids) and i.present is distinct from false
    group by i.issue_id;
end $$;

-- Whoever takes marks away is alone, to the end of the transaction: two that meet among the marks could wait for each other.
create function aggregate.be_alone() returns void language sql as $$
    select pg_advisory_xact_lock(cast('aggregate.stale'::regclass as bigint))
$$;

-- Works out a portion of what is stale. One node at a time, or a look at the report that is older than another one could be
-- written after it. Marks are taken first and in a statement of their own: who commits in between is seen by what follows,
-- or leaves a mark for the next portion.
create function aggregate.settle(most integer) returns integer language plpgsql as $$
declare
    taken integer;
    checkout_ids text[];
    build_ids text[];
    issue_ids text[];
begin
    if not exists (select from aggregate.stale) then
        return 0;
    end if;
    perform aggregate.be_alone();
    with marks as (
        delete from aggregate.stale where ctid = any (array(select ctid from aggregate.stale order by place limit most))
        returning kind, key)
    select count(*), coalesce(array_agg(distinct key) filter (where kind = 'checkout'), '{}'),
           coalesce(array_agg(distinct key) filter (where kind = 'build'), '{}'),
           coalesce(array_agg(distinct key) filter (where kind = 'issue'), '{}')
    into taken, checkout_ids, build_ids, issue_ids from marks;

    perform aggregate.work_out_trees(checkout_ids) where cardinality(checkout_ids) > 0;
    select array(select unnest(checkout_ids) union select checkout_id from builds where id = any (build_ids))
    into checkout_ids;
    perform aggregate.work_out_checkouts(checkout_ids) where cardinality(checkout_ids) > 0;
    if cardinality(build_ids) > 0 then
        select array(select unnest(issue_ids)
                     union select issue_id from incidents where build_id = any (build_ids)
                     union select i.issue_id from tests t join incidents i on i.test_id = t.id
                           where t.build_id = any (build_ids))
        into issue_ids;
    end if;
    perform aggregate.work_out_issues(issue_ids) where cardinality(issue_ids) > 0;
    return taken;
end $$;

-- What is in the report already.
insert into aggregate.stale (kind, key) select 'checkout', id from checkouts union all select 'issue', id from issues;

-- For following a test through time.
create index tests_of_series on tests (path, aggregate.platform_of(environment), start_time desc);
