-- Whether people who started a drug after the checkup leave guidance and its rate (服薬開始者の取扱い): the insurer chooses, from the
-- fourth period on. The latest row holds; without one they stay.
create table guidance.drug_starters (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  are_dropped boolean not null,
  why text not null check (why <> ''),
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
alter table guidance.drug_starters enable row level security;
alter table guidance.drug_starters force row level security;
create policy own_insurer on guidance.drug_starters
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
grant select, insert on guidance.drug_starters to tsunagu_app;
