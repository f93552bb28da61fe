-- What the insurer found out about drugs after the checkup (保険者再確認): with it the checkup is judged again. Only grows; the latest
-- row of a question holds, one without a code takes the earlier one back.
create table checkups.recheck (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  checkup_id bigint not null references checkups.checkup,
  question text not null,
  code text not null,
  asked_on date not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index recheck_checkup on checkups.recheck (checkup_id, id);
alter table checkups.recheck enable row level security;
alter table checkups.recheck force row level security;
create policy own_insurer on checkups.recheck
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
grant select, insert on checkups.recheck to tsunagu_app;
