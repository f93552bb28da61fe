-- Background work (バックグラウンド処理). The same kind and subject is the same job; a step does its work and moves done in one
-- transaction; a worker that dies loses its lease and the job is taken up again.
create table jobs.job (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null,
  subject text not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  step text not null default '',
  done bigint not null default 0,
  total bigint not null default 0,
  attempt int not null default 0,
  not_before timestamptz not null default now(),
  lease_until timestamptz,
  started_by text not null,
  reference text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (insurer_id, kind, subject)
);
create index job_open on jobs.job (insurer_id, not_before) where state in ('WAITING', 'RUNNING');

alter table jobs.job enable row level security;
alter table jobs.job force row level security;
create policy own_insurer on jobs.job
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema jobs to tsunagu_app;
grant select, insert, update on jobs.job to tsunagu_app;
