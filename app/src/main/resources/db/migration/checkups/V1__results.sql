-- Results (健診結果) and what the rules say about them (判定). Nothing is overwritten: a correction and a new judgement supersede.
create table checkups.checkup (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  document_id bigint not null,
  exam_date date not null,
  fiscal_year int not null,
  programme text not null,
  facility text not null,
  results jsonb not null,
  superseded_by bigint references checkups.checkup,
  withdrawn boolean not null default false,
  stored_at timestamptz not null default now(),
  unique (insurer_id, document_id)
);
create index checkup_member on checkups.checkup (insurer_id, member_id, exam_date desc);
create index checkup_year on checkups.checkup (insurer_id, fiscal_year) where superseded_by is null and not withdrawn;

create table checkups.decision (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  checkup_id bigint not null references checkups.checkup,
  question text not null,
  value text not null,
  kind text not null check (kind in ('CERTAIN', 'UNDECIDED')),
  certainty text not null,
  reasons jsonb not null,
  missing jsonb not null,
  rule_set text not null,
  judged_at timestamptz not null default now(),
  supersedes bigint references checkups.decision
);
create index decision_checkup on checkups.decision (checkup_id, question, id desc);

alter table checkups.checkup enable row level security;
alter table checkups.checkup force row level security;
create policy own_insurer on checkups.checkup
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table checkups.decision enable row level security;
alter table checkups.decision force row level security;
create policy own_insurer on checkups.decision
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

create view checkups.current_decision with (security_invoker = true) as
  select d.* from checkups.decision d
  where not exists (select 1 from checkups.decision n where n.supersedes = d.id);

grant usage on schema checkups to tsunagu_app;
grant select, insert, update on checkups.checkup to tsunagu_app;
grant select, insert on checkups.decision to tsunagu_app;
grant select on checkups.current_decision to tsunagu_app;
