-- Who holds a course (委託先): the account of the outside provider, not a name that another may have as well. A name that
-- is that of one provider of the insurer becomes its account; the name of a facility in a document stays a name.
alter table guidance.course add column provider_id bigint references access.staff;
-- The owner is bound by the policies as well, and works for no insurer here.
alter table guidance.course no force row level security;
update guidance.course c set provider_id = (
  select min(s.id) from access.staff s join access.staff_role r on r.staff_id = s.id
  where s.name = c.provider and r.insurer_id = c.insurer_id and r.role = 'PROVIDER'
  having count(distinct s.id) = 1)
where c.provider <> '';
alter table guidance.course force row level security;
create index course_provider on guidance.course (insurer_id, provider_id) where provider_id is not null;
grant update (provider_id) on guidance.course to tsunagu_app;

-- A provider sees and writes the courses given to it, also of people whom it shares with another provider.
create policy own_courses on guidance.course as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null
    or provider_id = (select nullif(current_setting('tsunagu.provider', true), '')::bigint))
  with check ((select nullif(current_setting('tsunagu.provider', true), '')) is null
    or provider_id = (select nullif(current_setting('tsunagu.provider', true), '')::bigint));
do $$
declare t text;
begin
  foreach t in array array['event', 'received'] loop
    execute format('create policy own_courses on guidance.%I as restrictive'
      ' using ((select nullif(current_setting(''tsunagu.provider'', true), '''')) is null'
      ' or course_id in (select c.id from guidance.course c'
      ' where c.provider_id = (select nullif(current_setting(''tsunagu.provider'', true), '''')::bigint)))', t);
  end loop;
end $$;

-- To whom a course was given (委託の履歴), the latest row last.
create table guidance.given (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  course_id bigint not null references guidance.course,
  provider_id bigint references access.staff,
  provider text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index given_course on guidance.given (course_id, id);
alter table guidance.given enable row level security;
alter table guidance.given force row level security;
create policy own_insurer on guidance.given
  using (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
create policy own_courses on guidance.given as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null)
  with check ((select nullif(current_setting('tsunagu.provider', true), '')) is null);
grant select, insert on guidance.given to tsunagu_app;
