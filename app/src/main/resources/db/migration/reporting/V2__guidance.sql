-- Guidance in the report (法定報告の特定保健指導): the finished courses that are counted, the received documents they are written
-- from, and what keeps one out of the file. Frozen with the report.
create table reporting.course (
  insurer_id int not null references access.insurer,
  report_id bigint not null references reporting.report,
  course_id bigint not null,
  member_id bigint not null,
  -- Day of the result that is counted: the document has to name it.
  exam_date date not null,
  documents bigint[] not null,
  -- Words of what is missing; empty for a course that is written.
  problems text[] not null default '{}',
  primary key (report_id, course_id)
);
create index course_member on reporting.course (report_id, member_id);

alter table reporting.course enable row level security;
alter table reporting.course force row level security;
create policy own_insurer on reporting.course
  using (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
create policy frozen_stays on reporting.course as restrictive for delete
  using (exists (select 1 from reporting.report r where r.id = report_id and r.kind = 'COUNT'));

grant select, insert, delete on reporting.course to tsunagu_app;

-- How many documents about guidance are in an archive; what could not be written may be a course.
alter table reporting.writing add column guidance int not null default 0;
grant update (guidance) on reporting.writing to tsunagu_app;
alter table reporting.refusal add column course_id bigint not null default 0;
alter table reporting.refusal drop constraint refusal_pkey;
alter table reporting.refusal add primary key (writing_id, document_id, course_id);
