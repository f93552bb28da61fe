-- The people of an entry about many (一括の操作の対象者): an export, a bulk change, posted letters. The hash of the entry covers
-- how many there are and the digest of their numbers, so that a row here can neither be added, changed nor taken out unseen.
alter table audit.event add column people int not null default 0;

create table audit.subject (
  insurer_id int not null,
  seq bigint not null,
  member_id bigint not null,
  primary key (insurer_id, seq, member_id)
);
create index subject_member on audit.subject (insurer_id, member_id, seq);

create trigger only_grows before update or delete or truncate on audit.subject
  for each statement execute function audit.only_grows();

alter table audit.subject enable row level security;
alter table audit.subject force row level security;
create policy own_insurer on audit.subject
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on audit.subject to tsunagu_app;
