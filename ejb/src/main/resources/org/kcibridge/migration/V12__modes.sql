-- What the bridge does and what it holds back, as operators switched it: the newest row holds, and where there is none it does
-- everything. The others tell who switched it before.
create sequence mode_seq;
create table mode (
    id     bigint primary key default nextval('mode_seq'),
    state  text not null check (state in ('normal', 'drain', 'read-only')),
    since  timestamptz not null default now(),
    set_by text not null
);

create trigger tell_new after insert on mode for each row execute function event.tell_state('modes');
create trigger tell_change after update on mode for each row
    when (old.state is distinct from new.state) execute function event.tell_state('modes');

-- What is neither done nor given up is counted every few seconds, by state, however much is done already.
create index submission_open on submission (state, created_at) where state <> 'CONFIRMED';
create index callback_open on callback (state, received_at) where state not in ('APPLIED', 'IGNORED');
