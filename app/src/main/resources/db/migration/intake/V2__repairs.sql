-- Fields of documents that somebody has put right (修正): the original stays, and every reading of the document applies these
-- in their order. Never changed.
create table intake.repair (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  document_id bigint not null references intake.document,
  field text not null,
  was text not null,
  now text not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index repair_document on intake.repair (document_id, id);

alter table intake.repair enable row level security;
alter table intake.repair force row level security;
create policy own_insurer on intake.repair
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on intake.repair to tsunagu_app;
