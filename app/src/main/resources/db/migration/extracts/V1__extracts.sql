-- De-identified extracts (匿名化した抽出): asked for by one person, released by another, taken out once. The file waits sealed and is
-- gone when it was taken.
create table extracts.extract (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  project text not null,
  purpose text not null,
  fiscal_year int not null,
  columns text[] not null,
  k int not null check (k >= 3),
  state text not null default 'REQUESTED'
    check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'READY', 'EMPTY', 'TAKEN')),
  requested_by bigint not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by bigint,
  decided_by_name text not null default '',
  decided_at timestamptz,
  note text not null default '',
  report jsonb,
  members bigint[] not null default '{}',
  file bytea,
  taken_by_name text not null default '',
  taken_at timestamptz,
  check (decided_by is null or decided_by <> requested_by)
);
create index extract_latest on extracts.extract (insurer_id, id desc);

-- Keys of pseudonymous ids (仮名化の鍵), sealed under the secret of the installation; a version is never changed or taken away.
create table extracts.key (
  insurer_id int not null references access.insurer,
  use text not null,
  version int not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (insurer_id, use, version)
);

alter table extracts.extract enable row level security;
alter table extracts.extract force row level security;
create policy own_insurer on extracts.extract
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table extracts.key enable row level security;
alter table extracts.key force row level security;
create policy own_insurer on extracts.key
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema extracts to tsunagu_app;
grant select, insert on extracts.extract to tsunagu_app;
grant update (state, decided_by, decided_by_name, decided_at, note, report, members, file, taken_by_name, taken_at)
  on extracts.extract to tsunagu_app;
grant select, insert on extracts.key to tsunagu_app;
