-- Tasks (作業): who is to be called, why, since when, who is on it. One task a kind and subject.
create table worklists.task (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null,
  subject text not null,
  member_id bigint references membership.member,
  urgency int not null,
  since date not null,
  due date not null,
  reasons jsonb not null,
  certainty text not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'EXCLUDED', 'DROPPED')),
  state_note text not null default '',
  owner bigint references access.staff,
  owner_name text not null default '',
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (insurer_id, kind, subject)
);
create index task_open on worklists.task (insurer_id, kind, due, urgency desc, id) where state = 'OPEN';
create index task_today on worklists.task (insurer_id, due, urgency desc, id) where state = 'OPEN';
create index task_member on worklists.task (insurer_id, member_id);

alter table worklists.task enable row level security;
alter table worklists.task force row level security;
create policy own_insurer on worklists.task
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema worklists to tsunagu_app;
grant select, insert, update on worklists.task to tsunagu_app;
