-- Health points (健康ポイント): rules in their versions, who takes part, and a ledger that only grows.
create table rewards.rule (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  key text not null,
  version int not null,
  event text not null,
  points int not null check (points > 0),
  times_a_year int check (times_a_year > 0),
  from_day date not null,
  to_day date,
  dependants boolean not null,
  reward text not null check (reward in ('GOODS', 'SERVICE', 'DONATION', 'COUPON', 'CASH')),
  yen_per_point int not null,
  alternative text not null,
  smartphone_only boolean not null,
  explanation text not null,
  valid_months int check (valid_months > 0),
  created_by text not null,
  created_at timestamptz not null,
  -- Who put it in force, with the findings that were accepted and why.
  activated_by text,
  activated_at timestamptz,
  accepted text not null default '',
  why text not null default '',
  unique (insurer_id, key, version)
);

-- Members who have said that they take part (参加): nobody gets points without having asked for them.
create table rewards.joining (
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  joined_on date not null,
  left_on date,
  primary key (insurer_id, member_id)
);

create table rewards.entry (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  kind text not null check (kind in ('EARN', 'SPEND', 'EXPIRE', 'ADJUST')),
  rule_id bigint references rewards.rule,
  rule_key text not null,
  -- What gave the points; with the rule it is one entry for good, whatever its version.
  event_key text not null,
  points int not null,
  day date not null,
  expires_on date,
  reason text not null,
  written_by text not null,
  at timestamptz not null,
  unique (insurer_id, member_id, kind, rule_key, event_key)
);
create index entry_member on rewards.entry (insurer_id, member_id, id);

create function rewards.only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger of points only grows';
end $$;
create trigger only_grows before update or delete or truncate on rewards.entry
  for each statement execute function rewards.only_grows();

alter table rewards.rule enable row level security;
alter table rewards.rule force row level security;
create policy own_insurer on rewards.rule
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table rewards.joining enable row level security;
alter table rewards.joining force row level security;
create policy own_insurer on rewards.joining
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table rewards.entry enable row level security;
alter table rewards.entry force row level security;
create policy own_insurer on rewards.entry
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema rewards to tsunagu_app;
grant select, insert, update on rewards.rule, rewards.joining to tsunagu_app;
grant select, insert on rewards.entry to tsunagu_app;
