-- How many rows of the report there are in which status, so that nobody has to count a million of them. Changes are added
-- below what is known, as rows of their own: writers never wait for each other, and the sum is right at any time.
create table aggregate.amount (
    kind   text not null,
    status text,
    amount bigint not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

create function aggregate.count_rows() returns trigger language plpgsql as $$
declare
    column_of_status text := case when tg_table_name in ('builds', 'tests') then 'status' else 'cast(null as text)' end;
begin
    if tg_op = 'TRUNCATE' then
        delete from aggregate.amount where kind = tg_table_name;
        return null;
    end if;
    if tg_op <> 'DELETE' then
        execute format('insert into aggregate.amount select %L, %s, count(*) from fresh group by 2', tg_table_name, column_of_status);
    end if;
    if tg_op <> 'INSERT' then
        execute format('insert into aggregate.amount select %L, %s, -count(*) from stale group by 2', tg_table_name, column_of_status);
    end if;
    return null;
end $$;

do $$
declare
    what text;
begin
    foreach what in array array['checkouts', 'builds', 'tests', 'issues', 'incidents'] loop
        execute format('create trigger count_new after insert on %I referencing new table as fresh
                        for each statement execute function aggregate.count_rows()', what);
        execute format('create trigger count_change after update on %I referencing new table as fresh old table as stale
                        for each statement execute function aggregate.count_rows()', what);
        execute format('create trigger count_end after delete on %I referencing old table as stale
                        for each statement execute function aggregate.count_rows()', what);
        execute format('create trigger count_none after truncate on %I
                        for each statement execute function aggregate.count_rows()', what);
        -- Whoever writes, also where triggers are left out otherwise: the amounts are of the rows that are there.
        execute format('alter table %1$I enable always trigger count_new, enable always trigger count_change,
                        enable always trigger count_end, enable always trigger count_none', what);
        execute format('insert into aggregate.amount select %L, %s, count(*) from %I group by 2', what,
                       case when what in ('builds', 'tests') then 'status' else 'cast(null as text)' end, what);
    end loop;
end $$;

-- Makes one row of many. Whoever comes second finds nothing to do.
create function aggregate.sum_up() returns void language sql as $$
    with gone as (delete from aggregate.amount where (select count(*) from aggregate.amount) > 200 returning *)
    insert into aggregate.amount select kind, status, sum(amount) from gone group by kind, status having sum(amount) <> 0
$$;

create function aggregate.counts_of(a_checkout text, what text) returns json language sql stable as $$
    select json_build_object('pass', coalesce(sum(pass), 0), 'fail', coalesce(sum(fail), 0), 'error', coalesce(sum(error), 0),
                             'miss', coalesce(sum(miss), 0), 'done', coalesce(sum(done), 0), 'skip', coalesce(sum(skip), 0),
                             'none', coalesce(sum(none), 0))
    from aggregate.checkout where checkout_id = a_checkout and kind = what
$$;

-- Trees as people look at them: with the newest checkout, and how that one went.
create view aggregate.trees as
select md5(concat_ws(e'\n', t.origin, coalesce(t.tree_name, e'\t'), coalesce(t.git_repository_url, e'\t'),
                     coalesce(t.git_repository_branch, e'\t'))) as id,
       t.origin, t.tree_name, t.git_repository_url, t.git_repository_branch, t.checkout_id, c.git_commit_hash,
       c.git_commit_name, t.start_time, coalesce(t.start_time, c._timestamp) as newest,
       aggregate.counts_of(t.checkout_id, 'builds') as builds,
       aggregate.counts_of(t.checkout_id, 'boots') as boots,
       aggregate.counts_of(t.checkout_id, 'tests') as tests
from aggregate.tree t join checkouts c on c.id = t.checkout_id;

-- Platforms of one origin each, over all checkouts.
create function aggregate.counts_on(a_platform text, an_origin text, what text) returns json language sql stable as $$
    select json_build_object('pass', coalesce(sum(pass), 0), 'fail', coalesce(sum(fail), 0), 'error', coalesce(sum(error), 0),
                             'miss', coalesce(sum(miss), 0), 'done', coalesce(sum(done), 0), 'skip', coalesce(sum(skip), 0),
                             'none', coalesce(sum(none), 0))
    from aggregate.hardware where platform = a_platform and origin = an_origin and kind = what
$$;
create view aggregate.platforms as
select origin || ':' || platform as id, platform, origin, checkouts, last_seen,
       (select array_agg(distinct name order by name)
        from (select distinct compatible from aggregate.hardware h
              where h.platform = p.platform and h.origin = p.origin) each_once, unnest(each_once.compatible) name) as compatible,
       aggregate.counts_on(platform, origin, 'builds') as builds,
       aggregate.counts_on(platform, origin, 'boots') as boots,
       aggregate.counts_on(platform, origin, 'tests') as tests
from (select platform, origin, count(*) as checkouts, max(last_seen) as last_seen
      from (select platform, origin, max(last_seen) as last_seen from aggregate.hardware
            group by platform, origin, checkout_id) each_checkout
      group by platform, origin) p;

-- When something ran is not when it was reported. Rows without a time are the oldest.
create index checkouts_by_start on checkouts (coalesce(start_time, '-infinity') desc, id desc);
create index builds_by_start on builds (coalesce(start_time, '-infinity') desc, id desc);
create index tests_by_start on tests (coalesce(start_time, '-infinity') desc, id desc);
