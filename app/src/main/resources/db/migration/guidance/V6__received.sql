-- What outside providers send as documents (特定保健指導の文書): its contacts are events of a course, and one row a document says
-- which course, what it says of itself, and what of it disagrees or waits.
alter table guidance.event drop constraint event_origin_check;
alter table guidance.event add constraint event_origin_check check (origin in ('STAFF', 'SYSTEM', 'DOCUMENT'));
alter table guidance.event add column document_id bigint references intake.document;
alter table guidance.event add constraint documents_say_which check ((origin = 'DOCUMENT') = (document_id is not null));
create index event_document on guidance.event (document_id) where document_id is not null;

create table guidance.received (
  document_id bigint primary key references intake.document,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  course_id bigint references guidance.course,
  state text not null check (state in ('WAITING', 'TAKEN', 'WITHDRAWN')),
  -- As the document says; empty for what it does not say.
  checkup_day date,
  level text not null,
  early text not null,
  points int,
  waist_weight text not null,
  until_day date,
  -- code|value|value of what was found when it was taken, and of all that disagrees at present.
  found text[] not null,
  problems text[] not null,
  at timestamptz not null
);
create index received_member on guidance.received (member_id);
create index received_course on guidance.received (course_id);
create index received_open on guidance.received (insurer_id, document_id desc)
  where state = 'WAITING' or (state = 'TAKEN' and problems <> '{}');

alter table guidance.received enable row level security;
alter table guidance.received force row level security;
create policy own_insurer on guidance.received
  using (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update on guidance.received to tsunagu_app;
