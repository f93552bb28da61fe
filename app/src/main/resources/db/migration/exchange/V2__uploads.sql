-- Files of employers (事業主のファイル), cells that were put right in them, choices between two results of one checkup, and the
-- rows that were handed to intake. The originals lie where all originals lie.
create table exchange.upload (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  employer_id bigint not null references exchange.employer,
  request_id bigint not null references exchange.request,
  original text not null,
  name text not null,
  received_at timestamptz not null,
  received_by text not null,
  unique (insurer_id, request_id, original)
);

-- Never changed: a later correction of the same cell counts.
create table exchange.correction (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  upload_id bigint not null references exchange.upload,
  kind text not null,
  line int not null,
  col int not null,
  was text not null,
  now text not null,
  staff_name text not null,
  at timestamptz not null
);
create index correction_upload on exchange.correction (upload_id, id);

create table exchange.choice (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  upload_id bigint not null references exchange.upload,
  entry text not null,
  keep text not null check (keep in ('THIS', 'OTHER')),
  staff_name text not null,
  at timestamptz not null
);

create table exchange.delivered (
  insurer_id int not null references access.insurer,
  upload_id bigint not null references exchange.upload,
  entry text not null,
  member_id bigint not null references membership.member,
  exam_date date not null,
  results jsonb not null,
  delivery_id bigint not null,
  at timestamptz not null,
  primary key (upload_id, entry)
);
create index delivered_member on exchange.delivered (insurer_id, member_id, exam_date);

alter table exchange.upload enable row level security;
alter table exchange.upload force row level security;
create policy own_insurer on exchange.upload
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.correction enable row level security;
alter table exchange.correction force row level security;
create policy own_insurer on exchange.correction
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.choice enable row level security;
alter table exchange.choice force row level security;
create policy own_insurer on exchange.choice
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table exchange.delivered enable row level security;
alter table exchange.delivered force row level security;
create policy own_insurer on exchange.delivered
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on exchange.upload, exchange.correction, exchange.choice, exchange.delivered to tsunagu_app;
