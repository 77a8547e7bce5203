-- One call works out ten checkouts or twenty thousand. After a few calls a session plans for ten once and for all, as it is not
-- told better, and reads all of a list again for each row of another one: what takes a second took minutes. Planning costs a
-- millisecond each time.
alter function aggregate.work_out_checkouts(text[]) set plan_cache_mode = force_custom_plan;
alter function aggregate.work_out_issues(text[]) set plan_cache_mode = force_custom_plan;
