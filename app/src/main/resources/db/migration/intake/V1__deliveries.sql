-- Deliveries (受け取ったファイル), the documents in them, what is wrong with them and whom they belong to.
create table intake.delivery (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  original text not null,
  name text not null,
  channel text not null,
  state text not null check (state in ('WAITING', 'READING', 'MATCHING', 'DONE', 'REFUSED')),
  documents int not null default 0,
  received_at timestamptz not null,
  received_by text not null,
  unique (insurer_id, original)
);
create index delivery_recent on intake.delivery (insurer_id, received_at desc);

create table intake.document (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references intake.delivery,
  entry text not null,
  kind text not null,
  status text not null check (status in ('ACCEPTED', 'WARNED', 'REJECTED')),
  match text not null check (match in ('NUMBER', 'LINKED', 'DECIDED', 'DOUBTFUL', 'NONE', 'NOT_ASKED')),
  member_id bigint references membership.member,
  exam_date date,
  symbol text not null,
  number text not null,
  branch text not null,
  kana text not null,
  sex text not null,
  birth text not null,
  postal_code text not null,
  facility text not null,
  version int not null default 1,
  unique (delivery_id, entry)
);
create index document_queue on intake.document (insurer_id, match, id) where match in ('DOUBTFUL', 'NONE');
create index document_member on intake.document (insurer_id, member_id);
create index document_rejected on intake.document (insurer_id, delivery_id) where status = 'REJECTED';

create table intake.finding (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references intake.delivery,
  entry text not null,
  code text not null,
  severity text not null,
  line bigint not null,
  col bigint not null,
  item text not null,
  arguments jsonb not null
);
create index finding_entry on intake.finding (delivery_id, entry, id);

create table intake.candidate (
  insurer_id int not null references access.insurer,
  document_id bigint not null references intake.document,
  member_id bigint not null references membership.member,
  score double precision not null,
  evidence jsonb not null,
  primary key (document_id, member_id)
);

-- Who decided what about a doubtful match (突合の判断): never changed.
create table intake.match_decision (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  document_id bigint not null references intake.document,
  member_id bigint references membership.member,
  staff_id bigint not null,
  staff_name text not null,
  note text not null,
  at timestamptz not null default now()
);

alter table intake.delivery enable row level security;
alter table intake.delivery force row level security;
create policy own_insurer on intake.delivery
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table intake.document enable row level security;
alter table intake.document force row level security;
create policy own_insurer on intake.document
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table intake.finding enable row level security;
alter table intake.finding force row level security;
create policy own_insurer on intake.finding
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table intake.candidate enable row level security;
alter table intake.candidate force row level security;
create policy own_insurer on intake.candidate
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table intake.match_decision enable row level security;
alter table intake.match_decision force row level security;
create policy own_insurer on intake.match_decision
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema intake to tsunagu_app;
grant select, insert, update on intake.delivery, intake.document to tsunagu_app;
grant select, insert, delete on intake.finding, intake.candidate to tsunagu_app;
grant select, insert on intake.match_decision to tsunagu_app;
