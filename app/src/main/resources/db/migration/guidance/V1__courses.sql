-- Specific health guidance (特定保健指導): courses with everything that happened in them. Events are never changed: a wrong one is
-- followed by another that corrects or annuls it. Where a course stands is always worked out from its events.
create table guidance.course (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  checkup_day date not null,
  fiscal_year int not null,
  level text not null check (level in ('ACTIVE', 'MOTIVATIONAL')),
  kind text not null,
  -- As measured at the checkup, with the decimals they were recorded with.
  checkup_waist numeric,
  checkup_weight numeric,
  provider text not null,
  -- Whoever has seen an older version records nothing.
  version int not null default 1,
  opened_on date not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, member_id, checkup_day)
);
create index course_year on guidance.course (insurer_id, fiscal_year, id);

create table guidance.event (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  course_id bigint not null references guidance.course,
  trigger text not null,
  on_day date not null,
  -- name=number of the variables that the rules look at; item:minutes|circumstance of the supports.
  facts text[] not null,
  supports text[] not null,
  next_day date,
  waist numeric,
  weight numeric,
  goals text[] not null,
  words text not null,
  done_by text not null,
  corrects bigint unique references guidance.event,
  annuls boolean not null,
  origin text not null check (origin in ('STAFF', 'SYSTEM')),
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null,
  at timestamptz not null,
  unique (insurer_id, form_key),
  constraint what_annuls_corrects_something check (not annuls or corrects is not null)
);
create index event_course on guidance.event (course_id, id);

-- Who is left out because of a drug (服薬による除外): what was asked, by whom and when; the latest row holds.
create table guidance.exclusion (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  fiscal_year int not null,
  excluded boolean not null,
  asked text not null,
  answer text not null,
  asked_on date not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index exclusion_year on guidance.exclusion (insurer_id, fiscal_year, member_id, id desc);

-- The insurer's order of the criteria (重点化の方針); the latest row holds.
create table guidance.priority (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  method text not null check (method in ('SUM', 'IN_ORDER')),
  criteria text[] not null,
  why text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['course', 'event', 'exclusion', 'priority'] loop
    execute format('alter table guidance.%I enable row level security', t);
    execute format('alter table guidance.%I force row level security', t);
    execute format('create policy own_insurer on guidance.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', t);
  end loop;
end $$;

grant usage on schema guidance to tsunagu_app;
grant select, insert on guidance.course, guidance.event, guidance.exclusion, guidance.priority
  to tsunagu_app;
grant update (version, provider) on guidance.course to tsunagu_app;
