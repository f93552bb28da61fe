-- The ledger of every look (閲覧・操作の記録): it only grows, and every row carries the hash of the one before it.
-- insurer_id 0 is the installation itself: log-ins, users, back-ups.
create table audit.event (
  insurer_id int not null,
  seq bigint not null,
  at timestamptz not null,
  staff_id bigint,
  staff_name text not null,
  kind text not null,
  data_class text not null,
  member_id bigint,
  purpose text not null,
  basis text not null,
  place text not null,
  detail text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (insurer_id, seq)
);
create index event_member on audit.event (insurer_id, member_id, seq);

create table audit.chain (
  insurer_id int primary key,
  seq bigint not null,
  hash bytea not null
);

create function audit.only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the audit ledger only grows';
end $$;
create trigger only_grows before update or delete or truncate on audit.event
  for each statement execute function audit.only_grows();

alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy own_insurer on audit.event
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table audit.chain enable row level security;
alter table audit.chain force row level security;
create policy own_insurer on audit.chain
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema audit to tsunagu_app;
grant select, insert on audit.event to tsunagu_app;
grant select, insert, update on audit.chain to tsunagu_app;
