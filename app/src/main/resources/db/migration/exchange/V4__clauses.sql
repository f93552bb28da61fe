-- Contract clauses by which an institution may deliver directly to the insurer (健診機関から保険者への直接提供の条項), and
-- deliveries of institutions without one.
create table exchange.clause (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  facility text not null,
  facility_name text not null,
  -- No employer: the clause holds for all.
  employer_id bigint references exchange.employer,
  from_day date not null,
  to_day date,
  note text not null
);
create index clause_facility on exchange.clause (insurer_id, facility);

create table exchange.unregistered (
  insurer_id int not null references access.insurer,
  delivery_id bigint not null,
  facility text not null,
  employer text not null,
  documents int not null,
  first_exam date not null,
  seen_at timestamptz not null,
  primary key (insurer_id, delivery_id, facility, employer)
);

alter table exchange.clause enable row level security;
alter table exchange.clause force row level security;
create policy own_insurer on exchange.clause
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.unregistered enable row level security;
alter table exchange.unregistered force row level security;
create policy own_insurer on exchange.unregistered
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update on exchange.clause, exchange.unregistered to tsunagu_app;
