-- Settlement with facilities (決済): contracts, the claims taken from received archives, what was decided about each, and what
-- is paid. Nothing of it is ever deleted.
create table settlement.contract (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null check (kind in ('GROUP', 'INDIVIDUAL')),
  facility text not null check (facility ~ '^[0-9]{10}$'),
  name text not null,
  service text not null check (service in ('CHECKUP', 'GUIDANCE')),
  -- 委託料単価区分; empty for both.
  commission text not null check (commission in ('', '1', '2')),
  from_day date not null,
  to_day date check (to_day >= from_day),
  needs_ticket boolean not null,
  complete_only boolean not null,
  source text not null,
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null unique,
  at timestamptz not null
);
create index contract_facility on settlement.contract (insurer_id, facility);

create table settlement.contract_price (
  contract_id bigint not null references settlement.contract,
  insurer_id int not null references access.insurer,
  part text not null,
  item text not null,
  yen bigint not null check (yen >= 0),
  primary key (contract_id, part, item)
);

create table settlement.contract_charge (
  contract_id bigint not null references settlement.contract,
  insurer_id int not null references access.insurer,
  part text not null,
  kind text not null check (kind in ('1', '2', '3', '4')),
  amount bigint not null check (amount >= 0),
  rate bigint not null check (rate >= 0),
  most bigint not null check (most >= 0),
  primary key (contract_id, part)
);

create table settlement.claim (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references intake.delivery,
  entry text not null,
  -- What the file says, with its name: the same file in another archive is the same claim.
  natural_key text not null,
  kind text not null check (kind in ('cc08', 'gc08')),
  service text not null check (service in ('CHECKUP', 'GUIDANCE')),
  facility text not null,
  insurer_number text not null,
  ticket text not null,
  stage text not null,
  level text not null,
  timing text not null,
  commission text not null,
  rate int not null,
  unit bigint not null,
  paid bigint not null,
  other bigint not null,
  yen bigint not null,
  -- 別表 and code, when the file says that it was returned.
  returned_for text not null,
  member_id bigint references membership.member,
  document_id bigint references intake.document,
  day date,
  state text not null check (state in ('OPEN', 'WAIT', 'PAY', 'RETURN', 'WITHDRAWN')),
  reason text not null default '',
  by_staff boolean not null default false,
  returned_in bigint,
  -- An earlier claim for the same that had been returned (再請求).
  earlier_id bigint,
  version int not null default 1,
  received_at timestamptz not null,
  unique (insurer_id, natural_key)
);
create index claim_state on settlement.claim (insurer_id, state, id);
create index claim_delivery on settlement.claim (delivery_id);
create index claim_document on settlement.claim (document_id);
create index claim_ticket on settlement.claim (insurer_id, ticket);

create table settlement.claim_line (
  claim_id bigint not null references settlement.claim,
  insurer_id int not null references access.insurer,
  n int not null,
  part text not null,
  item text not null,
  yen bigint not null,
  primary key (claim_id, n)
);

create table settlement.claim_charge (
  claim_id bigint not null references settlement.claim,
  insurer_id int not null references access.insurer,
  part text not null,
  kind text not null,
  amount bigint not null,
  rate bigint not null,
  most bigint not null,
  primary key (claim_id, part)
);

create table settlement.decision (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  claim_id bigint not null references settlement.claim,
  outcome text not null check (outcome in ('PAY', 'RETURN', 'WAIT')),
  reason text not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index decision_claim on settlement.decision (claim_id, id);

create table settlement.ground (
  decision_id bigint not null references settlement.decision,
  insurer_id int not null references access.insurer,
  rule text not null,
  holds text not null check (holds in ('YES', 'NO', 'UNKNOWN', 'NONE')),
  actual text not null,
  expected text not null,
  primary key (decision_id, rule)
);

create table settlement.month (
  insurer_id int not null references access.insurer,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz,
  closed_by text not null default '',
  lines int not null default 0,
  yen bigint not null default 0,
  primary key (insurer_id, month)
);

create table settlement.payment (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  claim_id bigint not null references settlement.claim,
  member_id bigint not null references membership.member,
  contract_id bigint references settlement.contract,
  month date not null,
  kind text not null check (kind in ('PAYMENT', 'TAKE_BACK')),
  facility text not null,
  service text not null,
  stage text not null,
  ticket text not null,
  fiscal_year int not null,
  yen bigint not null,
  -- Of a line that takes back another one (過誤): that line.
  takes_back bigint unique,
  is_taken_back boolean not null default false,
  staff_name text not null,
  at timestamptz not null,
  foreign key (insurer_id, month) references settlement.month,
  constraint sign_of_a_line check (
    kind = 'PAYMENT' and yen >= 0 and takes_back is null
    or kind = 'TAKE_BACK' and yen <= 0 and takes_back is not null and not is_taken_back)
);
-- Nothing is paid twice, whoever is faster: neither for a ticket nor for a person in a year.
create unique index paid_once_a_ticket on settlement.payment (insurer_id, service, stage, ticket)
  where kind = 'PAYMENT' and not is_taken_back and ticket <> '';
create unique index paid_once_a_year on settlement.payment (insurer_id, service, stage, member_id, fiscal_year)
  where kind = 'PAYMENT' and not is_taken_back;
create unique index paid_once_a_claim on settlement.payment (claim_id) where kind = 'PAYMENT' and not is_taken_back;
create index payment_month on settlement.payment (insurer_id, month);

create table settlement.return_file (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  receiver text not null,
  interaction text not null,
  service text not null,
  day date not null,
  number int not null check (number between 0 and 9),
  claims int not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, receiver, service, day, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['contract', 'contract_price', 'contract_charge', 'claim', 'claim_line', 'claim_charge',
    'decision', 'ground', 'month', 'payment', 'return_file']
  loop
    execute format('alter table settlement.%I enable row level security', name);
    execute format('alter table settlement.%I force row level security', name);
    execute format('create policy own_insurer on settlement.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', name);
  end loop;
end $$;

-- A month that is closed takes no more lines (締め).
create policy open_month on settlement.payment as restrictive for insert
  with check (exists (select 1 from settlement.month m where m.insurer_id = payment.insurer_id
    and m.month = payment.month and m.closed_at is null));

grant usage on schema settlement to tsunagu_app;
grant select, insert on all tables in schema settlement to tsunagu_app;
grant update (to_day) on settlement.contract to tsunagu_app;
grant update (delivery_id, entry, member_id, document_id, day, state, reason, by_staff, returned_in, earlier_id, version)
  on settlement.claim to tsunagu_app;
grant update (closed_at, closed_by, lines, yen) on settlement.month to tsunagu_app;
grant update (is_taken_back) on settlement.payment to tsunagu_app;
