-- What the insurer sets out to reach in a year (特定健康診査等実施計画の目標値). Nothing is overwritten: a new version follows.
create table planning.target (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null check (fiscal_year between 2008 and 2100),
  version int not null check (version > 0),
  checkup_rate numeric not null check (checkup_rate between 0 and 1),
  guidance_rate numeric not null check (guidance_rate between 0 and 1),
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  set_at timestamptz not null default now(),
  unique (insurer_id, fiscal_year, version)
);

alter table planning.target enable row level security;
alter table planning.target force row level security;
create policy own_insurer on planning.target
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema planning to tsunagu_app;
grant select, insert on planning.target to tsunagu_app;
