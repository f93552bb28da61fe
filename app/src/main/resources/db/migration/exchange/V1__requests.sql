-- Employers (事業主), the accounts that act for them, and requests for results that others hold (提供依頼).
create table exchange.employer (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  -- As the register of members has it.
  code text not null,
  name text not null default '',
  contact text not null default '',
  postal_code text not null default '',
  address text not null default '',
  phone text not null default '',
  unique (insurer_id, code)
);

create table exchange.employer_account (
  insurer_id int not null references access.insurer,
  staff_id bigint not null references access.staff,
  employer_id bigint not null references exchange.employer,
  primary key (insurer_id, staff_id)
);

create table exchange.request (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  scheme text not null,
  employer_id bigint references exchange.employer,
  other_number text not null,
  other_name text not null,
  postal_code text not null,
  address text not null,
  fiscal_year int not null,
  asked date not null,
  deadline date not null,
  state text not null
    check (state in ('DRAFT', 'SENT', 'REMINDED', 'RECEIVED', 'ANSWERED', 'REFUSED', 'CLOSED')),
  -- Rows of the legal table on which it was sent.
  grounds text not null default '',
  note text not null,
  reminded_on date,
  version int not null default 1,
  -- Nothing is asked for without a ground.
  constraint sent_on_a_ground check (state not in ('SENT', 'REMINDED', 'ANSWERED') or grounds <> '')
);
create index request_deadline on exchange.request (insurer_id, state, deadline);

create table exchange.request_person (
  insurer_id int not null references access.insurer,
  request_id bigint not null references exchange.request,
  member_id bigint not null references membership.member,
  -- Whoever has objected is not asked for.
  is_left_out boolean not null default false,
  primary key (request_id, member_id)
);
create index request_of_person on exchange.request_person (insurer_id, member_id);

-- What happened to a request (依頼の経過): never changed.
create table exchange.request_event (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  request_id bigint not null references exchange.request,
  what text not null,
  note text not null,
  staff_name text not null,
  at timestamptz not null
);

-- What the insurer writes in its requests (依頼文): a changed wording is a new version.
create table exchange.wording (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null check (kind in ('EMPLOYER', 'INSURER')),
  version int not null,
  title text not null,
  body text not null,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, kind, version)
);

alter table exchange.employer enable row level security;
alter table exchange.employer force row level security;
create policy own_insurer on exchange.employer
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.employer_account enable row level security;
alter table exchange.employer_account force row level security;
create policy own_insurer on exchange.employer_account
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.request enable row level security;
alter table exchange.request force row level security;
create policy own_insurer on exchange.request
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.request_person enable row level security;
alter table exchange.request_person force row level security;
create policy own_insurer on exchange.request_person
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.request_event enable row level security;
alter table exchange.request_event force row level security;
create policy own_insurer on exchange.request_event
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.wording enable row level security;
alter table exchange.wording force row level security;
create policy own_insurer on exchange.wording
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema exchange to tsunagu_app;
grant select, insert, update on exchange.employer, exchange.employer_account, exchange.request, exchange.request_person to tsunagu_app;
grant select, insert on exchange.request_event, exchange.wording to tsunagu_app;
