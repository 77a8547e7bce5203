-- Boots and tests. Their claims go into the same table as those of builds, one for each test of a build on a device:
-- what is claimed is under way or has been done.

-- An operator's wish to end a job is kept until somebody has seen to it.
alter table job
    add column cancel_wanted_at timestamptz,
    add column cancel_told_at timestamptz,
    drop constraint job_state_check,
    add constraint job_state_check
        check (state in ('REQUESTED', 'SUBMITTED', 'REJECTED', 'CANCELLED', 'FINISHED', 'LOST')),
    add check (kind = 'BUILD' or build_id is not null);

-- News of tests only point to the results: these are fetched between reading the news and applying them.
alter table callback
    drop constraint callback_state_check,
    add constraint callback_state_check
        check (state in ('RECEIVED', 'PARKED', 'FETCHING', 'APPLIED', 'IGNORED', 'QUARANTINED')),
    drop constraint callback_check,
    add constraint callback_check check ((state in ('RECEIVED', 'PARKED', 'FETCHING')) = (due_at is not null));
