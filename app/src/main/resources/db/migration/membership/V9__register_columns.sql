-- The headings of an insurer's own registers (台帳の見出しの対応表), beside the usual ones of register-columns.tsv and before them.
create table membership.register_column (
  insurer_id int not null references access.insurer,
  heading text not null,
  -- Empty: the column is left out, whatever its heading usually means.
  field text not null,
  minus_days int not null default 0,
  set_at timestamptz not null,
  set_by text not null,
  primary key (insurer_id, heading)
);

alter table membership.register_column enable row level security;
alter table membership.register_column force row level security;
create policy own_insurer on membership.register_column
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update, delete on membership.register_column to tsunagu_app;
