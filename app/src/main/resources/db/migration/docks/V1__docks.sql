-- What members get back of the fee of a human dock (人間ドックの補助): what the insurer has decided, and what was claimed under it.
create table docks.allowance (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  from_day date not null,
  to_day date check (to_day >= from_day),
  -- Reached by the end of the fiscal year, and not passed on the day of the dock.
  age_from int not null check (age_from >= 0),
  age_to int not null check (age_to >= age_from),
  -- Kinds of members in the words of the register, with commas between; empty for all.
  kinds text not null,
  with_spouse boolean not null,
  yen int not null check (yen > 0),
  source text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);

create table docks.claim (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  exam_day date not null,
  fiscal_year int not null,
  facility text not null,
  fee int not null check (fee >= 0),
  has_result boolean not null,
  filed_on date not null,
  state text not null check (state in ('ACCEPTED', 'REFUSED', 'CANCELLED')),
  reason text not null,
  yen int not null check (yen between 0 and fee),
  allowance_id bigint references docks.allowance,
  paid_on date,
  cancel_note text not null default '',
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null unique,
  at timestamptz not null,
  constraint only_what_was_accepted_is_paid check (paid_on is null or state = 'ACCEPTED')
);
-- Once a fiscal year, whoever is faster.
create unique index claim_once on docks.claim (insurer_id, member_id, fiscal_year) where state = 'ACCEPTED';
create index claim_month on docks.claim (insurer_id, filed_on);

alter table docks.allowance enable row level security;
alter table docks.allowance force row level security;
create policy own_insurer on docks.allowance
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table docks.claim enable row level security;
alter table docks.claim force row level security;
create policy own_insurer on docks.claim
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema docks to tsunagu_app;
grant select, insert on docks.allowance, docks.claim to tsunagu_app;
grant update (to_day) on docks.allowance to tsunagu_app;
grant update (state, paid_on, cancel_note) on docks.claim to tsunagu_app;
