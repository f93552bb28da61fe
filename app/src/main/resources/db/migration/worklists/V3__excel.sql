-- The Excel round trip (Excelでの往復): which list went out, and what a workbook that comes back would change, line by line.
create table worklists.export (
  id uuid primary key,
  insurer_id int not null references access.insurer,
  staff_id bigint not null,
  staff_name text not null,
  parameters text not null,
  at timestamptz not null default now()
);

create table worklists.upload (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  staff_id bigint not null,
  name text not null,
  export_id uuid not null references worklists.export,
  state text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'CANCELLED')),
  same int not null default 0,
  at timestamptz not null default now()
);

create table worklists.upload_line (
  insurer_id int not null references access.insurer,
  upload_id bigint not null references worklists.upload,
  line int not null,
  task_id bigint,
  version int not null default 0,
  verdict text not null check (verdict in ('CHANGE', 'CONFLICT', 'ERROR', 'TAKEN')),
  problem text not null default '',
  cell text not null default '',
  due_before date,
  due date,
  owner_before text not null default '',
  owner bigint,
  owner_name text not null default '',
  state_before text not null default '',
  state text not null default '',
  note_before text not null default '',
  note text not null default '',
  primary key (upload_id, line)
);

alter table worklists.export enable row level security;
alter table worklists.export force row level security;
create policy own_insurer on worklists.export
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table worklists.upload enable row level security;
alter table worklists.upload force row level security;
create policy own_insurer on worklists.upload
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table worklists.upload_line enable row level security;
alter table worklists.upload_line force row level security;
create policy own_insurer on worklists.upload_line
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on worklists.export to tsunagu_app;
grant select, insert, update on worklists.upload, worklists.upload_line to tsunagu_app;
