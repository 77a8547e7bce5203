-- What a batch job has done so far, in the transactions that did it: JBeret counts in memory, and a crash forgets that.
create table batch_tally (
    instance bigint not null,
    what     text not null,
    amount   bigint not null,
    primary key (instance, what)
);

-- For looking for what is old.
create index callback_closed on callback (closed_at) where closed_at is not null;
create index submission_confirmed on submission (changed_at) where state = 'CONFIRMED';
