-- A token may be bound to an origin: whoever has it hands in nothing that is reported under another one.
alter table api_token
    add column origin text check (origin ~ '^[a-z0-9_]{1,100}$'),
    add column description text;
