-- Files as received (原本): the bytes lie in a folder under their SHA-256, this table says what is known of them.
create table files.original (
  insurer_id int not null references access.insurer,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  name text not null,
  channel text not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (insurer_id, hash)
);

alter table files.original enable row level security;
alter table files.original force row level security;
create policy own_insurer on files.original
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema files to tsunagu_app;
grant select, insert on files.original to tsunagu_app;
