-- The statutory report (法定報告): a count of a fiscal year, and what was frozen of it. What is counted here, Java has decided; SQL
-- only adds up. A count is replaced by the next one, what is frozen stays.
create table reporting.report (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null check (fiscal_year between 2008 and 2100),
  kind text not null check (kind in ('COUNT', 'FROZEN')),
  state text not null default 'WAITING' check (state in ('WAITING', 'READY')),
  rule_set text not null default '',
  -- The last repair of a document that was known: later ones do not change what is written again.
  repairs_until bigint not null default 0,
  note text not null default '',
  form_key uuid unique,
  -- Of the archive's name: number of the receiver, day, which of that day.
  receiver text not null default '',
  archive_day date,
  archive_number int check (archive_number between 0 and 9),
  counted_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text not null
);
-- Whoever asks while one is being made gets that one.
create unique index report_one_at_a_time on reporting.report (insurer_id, fiscal_year, kind) where state = 'WAITING';
create index report_year on reporting.report (insurer_id, fiscal_year, kind, id desc);

-- How a member stands in a report. `below` and `above`: the indicators in whose denominator and numerator the person is.
create table reporting.person (
  insurer_id int not null references access.insurer,
  report_id bigint not null references reporting.report,
  member_id bigint not null,
  sex text not null,
  ages text not null,
  member_kind text not null,
  employer text not null,
  area text not null,
  facility text not null,
  is_target boolean not null,
  in_denominator boolean not null,
  checkup_id bigint,
  document_id bigint,
  document_version int,
  exam_date date,
  complete boolean not null,
  level text not null,
  metabolic text not null,
  below text[] not null,
  above text[] not null,
  primary key (report_id, member_id)
);

-- People by indicator and group.
create table reporting.tally (
  insurer_id int not null references access.insurer,
  report_id bigint not null references reporting.report,
  dimension text not null,
  value text not null,
  indicator text not null,
  below bigint not null,
  above bigint not null,
  primary key (report_id, dimension, value, indicator)
);

-- What is missing (不足・確認), with what it would change in an indicator.
create table reporting.gap (
  insurer_id int not null references access.insurer,
  report_id bigint not null references reporting.report,
  seq int not null,
  member_id bigint,
  checkup_id bigint,
  document_id bigint,
  gap text not null,
  detail jsonb not null,
  indicator text not null,
  above int not null,
  below int not null,
  primary key (report_id, seq)
);
create index gap_kind on reporting.gap (report_id, gap, seq);

-- A writing of the archive of a frozen report: the first, and every later one from the same list.
create table reporting.writing (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  report_id bigint not null references reporting.report,
  state text not null default 'WAITING' check (state in ('WAITING', 'READY')),
  name text not null default '',
  hash text not null default '',
  size bigint not null default 0,
  documents int not null default 0,
  refused int not null default 0,
  asked_at timestamptz not null default now(),
  asked_by text not null,
  ready_at timestamptz
);
create unique index writing_one_at_a_time on reporting.writing (report_id) where state = 'WAITING';

-- Results that could not be written validly, and why.
create table reporting.refusal (
  insurer_id int not null references access.insurer,
  writing_id bigint not null references reporting.writing,
  member_id bigint not null,
  document_id bigint not null,
  problem text not null,
  primary key (writing_id, document_id)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['report', 'person', 'tally', 'gap', 'writing', 'refusal'] loop
    execute format('alter table reporting.%I enable row level security', guarded);
    execute format('alter table reporting.%I force row level security', guarded);
    execute format('create policy own_insurer on reporting.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', guarded);
  end loop;
  -- What is frozen cannot be taken away, by whatever statement.
  create policy frozen_stays on reporting.report as restrictive for delete using (kind = 'COUNT');
  foreach guarded in array array['person', 'tally', 'gap'] loop
    execute format('create policy frozen_stays on reporting.%I as restrictive for delete'
      ' using (exists (select 1 from reporting.report r where r.id = report_id and r.kind = ''COUNT''))', guarded);
  end loop;
end $$;

grant usage on schema reporting to tsunagu_app;
grant select, insert, delete on reporting.person, reporting.tally, reporting.gap to tsunagu_app;
grant select, insert, delete on reporting.report to tsunagu_app;
grant update (state, rule_set, repairs_until, counted_at) on reporting.report to tsunagu_app;
grant select, insert on reporting.refusal to tsunagu_app;
grant select, insert on reporting.writing to tsunagu_app;
grant update (state, name, hash, size, documents, refused, ready_at) on reporting.writing to tsunagu_app;
