-- Letters made in bulk (通知の一括作成): a run is one PDF; every person of it stands in the list, printed or not and why.
create table mailing.run (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null check (kind in ('NOTICE', 'ADVICE')),
  state text not null default 'WAITING' check (state in ('WAITING', 'READY', 'POSTED')),
  chosen_by text not null,
  letter_day date not null,
  pages int not null default 0,
  created_at timestamptz not null default now(),
  created_by text not null,
  posted_on date,
  posted_by text not null default ''
);

create table mailing.letter (
  insurer_id int not null references access.insurer,
  run_id bigint not null references mailing.run,
  seq int not null,
  member_id bigint not null references membership.member,
  task_id bigint,
  state text not null default 'WAITING' check (state in ('WAITING', 'PRINTED', 'REFUSED')),
  problem text not null default '',
  facts jsonb not null default '{}',
  primary key (run_id, seq),
  unique (run_id, member_id)
);
create index letter_state on mailing.letter (insurer_id, run_id, state, seq);

alter table mailing.run enable row level security;
alter table mailing.run force row level security;
create policy own_insurer on mailing.run
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table mailing.letter enable row level security;
alter table mailing.letter force row level security;
create policy own_insurer on mailing.letter
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema mailing to tsunagu_app;
grant select, insert, update on mailing.run, mailing.letter to tsunagu_app;
