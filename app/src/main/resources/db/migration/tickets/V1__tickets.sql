-- Eligible people and their tickets (対象者と受診券・利用券): who is excluded and by what evidence, on which terms tickets are
-- issued, every ticket with its history.
create table tickets.exclusion (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  code text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  document text not null check (document <> ''),
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text not null default '',
  withdrawn_why text not null default ''
);
create index exclusion_member on tickets.exclusion (insurer_id, member_id);

create table tickets.terms (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null,
  family text not null check (family in ('CHECKUP', 'GUIDANCE')),
  kind text not null,
  valid_until date not null,
  contract text not null check (contract in ('COLLECTIVE_A', 'COLLECTIVE_B', 'INDIVIDUAL')),
  coordinator text not null,
  agency text not null,
  address text not null,
  phone text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index terms_year on tickets.terms (insurer_id, fiscal_year, family, id);

create table tickets.charge (
  insurer_id int not null references access.insurer,
  terms_id bigint not null references tickets.terms,
  service text not null,
  kind text not null,
  yen int not null check (yen >= 0),
  percent int not null check (percent between 0 and 100),
  primary key (terms_id, service)
);

-- The last running number given; whoever issues holds this row, so that two runs wait for each other.
create table tickets.counter (
  insurer_id int not null references access.insurer,
  fiscal_year int not null,
  last int not null,
  primary key (insurer_id, fiscal_year)
);

create table tickets.batch (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null,
  terms_id bigint not null references tickets.terms,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'GIVEN_UP')),
  created_at timestamptz not null,
  created_by text not null
);
create unique index batch_open on tickets.batch (insurer_id, fiscal_year) where state = 'WAITING';

create table tickets.ticket (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  fiscal_year int not null,
  number text not null,
  kind text not null,
  family text not null check (family in ('CHECKUP', 'GUIDANCE')),
  terms_id bigint not null references tickets.terms,
  batch_id bigint references tickets.batch,
  issued_on date not null,
  valid_until date not null check (valid_until >= issued_on),
  state text not null check (state in ('ISSUED', 'USED', 'VOID', 'LOST', 'REISSUED')),
  unique (insurer_id, number)
);
-- One ticket that may be used, whoever is faster.
create unique index ticket_once on tickets.ticket (insurer_id, member_id, fiscal_year, family)
  where state in ('ISSUED', 'USED');
create index ticket_member on tickets.ticket (insurer_id, member_id);
create index ticket_year on tickets.ticket (insurer_id, fiscal_year, family, state);
create index ticket_batch on tickets.ticket (insurer_id, batch_id);

create table tickets.event (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  ticket_id bigint not null references tickets.ticket,
  member_id bigint not null references membership.member,
  state text not null,
  note text not null,
  by_name text not null,
  at timestamptz not null
);
create index event_ticket on tickets.event (insurer_id, ticket_id);

do $$
declare
  one text;
begin
  foreach one in array array['exclusion', 'terms', 'charge', 'counter', 'batch', 'ticket', 'event'] loop
    execute format('alter table tickets.%I enable row level security', one);
    execute format('alter table tickets.%I force row level security', one);
    execute format('create policy own_insurer on tickets.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
  end loop;
end $$;

grant usage on schema tickets to tsunagu_app;
grant select, insert on all tables in schema tickets to tsunagu_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on tickets.exclusion to tsunagu_app;
grant update (last) on tickets.counter to tsunagu_app;
grant update (state) on tickets.batch, tickets.ticket to tsunagu_app;
