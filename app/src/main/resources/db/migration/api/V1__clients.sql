-- Programs (連携プログラム) that use the API: each belongs to one insurer, whose number its client id begins with, so that
-- row-level security holds from the first look-up on.
create table api.client (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  client_id text not null unique,
  name text not null,
  secret text not null,
  scopes text[] not null,
  enabled boolean not null default true,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  created_by text not null
);

-- Tokens in force (アクセストークン): only the hash is kept.
create table api.token (
  insurer_id int not null references access.insurer,
  hash text primary key,
  client bigint not null references api.client,
  scopes text[] not null,
  expires_at timestamptz not null
);
create index token_expires on api.token (insurer_id, expires_at);

-- Answers by idempotency key (べき等キー), kept for a day. Without a status the request is still being worked on.
create table api.answer (
  insurer_id int not null references access.insurer,
  client bigint not null references api.client,
  key text not null,
  started_at timestamptz not null,
  fingerprint text not null default '',
  status int,
  content_type text not null default '',
  location text not null default '',
  body bytea not null default ''::bytea,
  primary key (client, key)
);
create index answer_started on api.answer (insurer_id, started_at);

alter table api.client enable row level security;
alter table api.client force row level security;
create policy own_insurer on api.client
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table api.token enable row level security;
alter table api.token force row level security;
create policy own_insurer on api.token
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table api.answer enable row level security;
alter table api.answer force row level security;
create policy own_insurer on api.answer
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

-- Pages by key go along these, also under row-level security.
create index member_page on membership.member (insurer_id, id);
create index checkup_page on checkups.checkup (insurer_id, fiscal_year, id) where superseded_by is null and not withdrawn;

grant usage on schema api to tsunagu_app;
grant select, insert on api.client to tsunagu_app;
grant update (enabled) on api.client to tsunagu_app;
grant select, insert, delete on api.token to tsunagu_app;
grant select, insert, update, delete on api.answer to tsunagu_app;
