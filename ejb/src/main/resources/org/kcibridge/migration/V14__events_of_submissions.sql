-- Submissions travel by the hundred and change their states together, so it is told of all that a statement changes at once:
-- a call for each row cost more than the change itself. What differs is found by EXCEPT and not by a join, because a session
-- plans this once, maybe for a single row, and a nested loop over two times five hundred would be slow.
create function event.tell_states() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into event.waiting (channel, object, state) select tg_argv[0], id, state from fresh;
    else
        insert into event.waiting (channel, object, state)
        select tg_argv[0], id, state
        from (select id, state from fresh except select id, state from stale) changed;
    end if;
    if found then
        perform event.wake();
    end if;
    return null;
end $$;

drop trigger tell_new on submission;
drop trigger tell_change on submission;
create trigger tell_new after insert on submission referencing new table as fresh
    for each statement execute function event.tell_states('submissions');
create trigger tell_change after update on submission referencing new table as fresh old table as stale
    for each statement execute function event.tell_states('submissions');
