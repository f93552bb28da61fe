-- Reminders to those who did not come (受診勧奨・未受診者への案内), and those left out by lot so that the effect can be seen.
create table tickets.wording (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  version int not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, version)
);

create table tickets.reminder (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null,
  wording_id bigint not null references tickets.wording,
  day date not null,
  holdout_percent int not null check (holdout_percent between 0 and 90),
  seed bigint not null,
  staff_name text not null,
  at timestamptz not null
);

create table tickets.reminded (
  insurer_id int not null references access.insurer,
  reminder_id bigint not null references tickets.reminder,
  member_id bigint not null references membership.member,
  arm text not null check (arm in ('LETTER', 'HOLDOUT')),
  primary key (reminder_id, member_id)
);
create index reminded_member on tickets.reminded (insurer_id, member_id);

do $$
declare
  one text;
begin
  foreach one in array array['wording', 'reminder', 'reminded'] loop
    execute format('alter table tickets.%I enable row level security', one);
    execute format('alter table tickets.%I force row level security', one);
    execute format('create policy own_insurer on tickets.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
    execute format('grant select, insert on tickets.%I to tsunagu_app', one);
  end loop;
end $$;
