-- Submissions that were handed to us to be imported. What they hold is kept until it is in the report, or for whoever wants to
-- see why it is not.
create table upload (
    id          uuid primary key,
    state       text not null check (state in ('WAITING', 'IMPORTED', 'FAILED')),
    document    bytea,
    bytes       integer not null,
    reason      text,
    new_objects bigint,
    known_objects bigint,
    received_at timestamptz not null,
    ended_at    timestamptz,
    check ((state = 'WAITING') = (ended_at is null)),
    check ((state = 'FAILED') = (reason is not null)),
    check ((state = 'IMPORTED') = (document is null and new_objects is not null and known_objects is not null))
);
create index upload_waiting on upload (received_at, id) where state = 'WAITING';
create index upload_newest on upload (received_at desc, id desc);
create index upload_ended on upload (ended_at) where ended_at is not null;

create trigger tell_new after insert on upload for each row execute function event.tell_state('uploads');
create trigger tell_change after update on upload for each row
    when (old.state is distinct from new.state) execute function event.tell_state('uploads');
