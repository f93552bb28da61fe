-- Values at the doctor-visit level (受診勧奨判定値以上の値), one row a checkup and value, with whether a drug is taken for it.
create table checkups.high_value (
  insurer_id int not null references access.insurer,
  checkup_id bigint not null references checkups.checkup,
  member_id bigint not null references membership.member,
  variable text not null,
  value numeric,
  shown text not null,
  is_low boolean not null,
  treated text not null check (treated in ('YES', 'NO', 'UNKNOWN', 'NOT_ASKED')),
  certainty text not null,
  reason jsonb not null,
  primary key (checkup_id, variable)
);
create index high_value_member on checkups.high_value (insurer_id, member_id, variable);

-- What the latest checkup of a member says about seeing a doctor (受診勧奨の一覧): the value, and for how many fiscal years in
-- succession it has been at that level without a drug. Made from the rows above whenever they change.
create table checkups.visit_advice (
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  variable text not null,
  checkup_id bigint not null references checkups.checkup,
  fiscal_year int not null,
  exam_date date not null,
  value numeric,
  shown text not null,
  is_low boolean not null,
  treated text not null,
  years int not null,
  history jsonb not null,
  certainty text not null,
  reason jsonb not null,
  primary key (insurer_id, member_id, variable)
);
create index visit_advice_years on checkups.visit_advice (insurer_id, years desc, exam_date desc, member_id, variable);
create index visit_advice_value on checkups.visit_advice (insurer_id, variable, value);

alter table checkups.high_value enable row level security;
alter table checkups.high_value force row level security;
create policy own_insurer on checkups.high_value
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table checkups.visit_advice enable row level security;
alter table checkups.visit_advice force row level security;
create policy own_insurer on checkups.visit_advice
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update, delete on checkups.high_value, checkups.visit_advice to tsunagu_app;
