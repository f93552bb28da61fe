-- Archives that are handed over (引継ぎファイル), the documents in them, and what happened to them. The files lie where all
-- originals lie; on which ground each person's data left is in the ledger of disclosures, by `handover/` and the number.
create table exchange.handover (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  kind text not null check (kind in ('INSURER', 'UNION', 'VIEW_REGISTER', 'VIEW_DELETE')),
  receiver text not null,
  receiver_name text not null,
  requested date not null,
  day date not null,
  number int not null check (number between 0 and 9),
  state text not null
    check (state in ('WAITING', 'CHECKED', 'EMPTY', 'SENT', 'ACKNOWLEDGED', 'REJECTED', 'RESENT')),
  original text not null default '',
  resent_of bigint references exchange.handover,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, receiver, day, number)
);

create table exchange.handover_item (
  insurer_id int not null references access.insurer,
  handover_id bigint not null references exchange.handover,
  member_id bigint not null references membership.member,
  document_id bigint not null,
  delivery_id bigint not null,
  entry text not null,
  state text not null check (state in ('LISTED', 'WRITTEN', 'LEFT_OUT', 'ACKNOWLEDGED', 'REJECTED')),
  -- Its path in the archive.
  written text not null,
  why text not null,
  primary key (handover_id, document_id)
);
create index handover_item_member on exchange.handover_item (insurer_id, member_id);

create table exchange.handover_event (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  handover_id bigint not null references exchange.handover,
  what text not null,
  staff_name text not null,
  at timestamptz not null
);

alter table exchange.handover enable row level security;
alter table exchange.handover force row level security;
create policy own_insurer on exchange.handover
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.handover_item enable row level security;
alter table exchange.handover_item force row level security;
create policy own_insurer on exchange.handover_item
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.handover_event enable row level security;
alter table exchange.handover_event force row level security;
create policy own_insurer on exchange.handover_event
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update on exchange.handover, exchange.handover_item to tsunagu_app;
grant select, insert on exchange.handover_event to tsunagu_app;
