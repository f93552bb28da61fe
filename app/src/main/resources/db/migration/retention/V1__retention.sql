-- What is deleted because its time is over (保存期間の過ぎた記録の削除): reasons to keep something longer, what was deleted when
-- and by which row of the rules, and the certificate of it.
create table retention.hold (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  -- Nobody for everybody; an empty kind for all kinds.
  member_id bigint references membership.member,
  kind text not null,
  reason text not null,
  until date not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  released_at timestamptz,
  released_by text not null default ''
);
create index hold_member on retention.hold (insurer_id, member_id) where released_at is null;

create table retention.run (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  day date not null,
  extra_years int not null,
  keeps_insured boolean not null,
  backup_days int not null,
  state text not null check (state in ('PLANNED', 'DONE')),
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  done_at timestamptz,
  -- SHA-256 of everything that was deleted, in its order; in the ledger as well.
  hash text not null default '',
  backups_until date
);

-- Numbers only: of what was deleted nothing is left.
create table retention.item (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  run_id bigint not null references retention.run,
  kind text not null,
  record_id bigint not null,
  member_id bigint not null,
  made date not null,
  until date not null,
  row text not null,
  state text not null check (state in ('PLANNED', 'DELETED', 'HELD', 'GONE')),
  unique (run_id, kind, record_id)
);
create index item_planned on retention.item (run_id, id) where state = 'PLANNED';

create table retention.original (
  run_id bigint not null references retention.run,
  insurer_id int not null references access.insurer,
  hash text not null,
  removed boolean not null,
  primary key (run_id, hash)
);

do $$
declare
  one text;
begin
  foreach one in array array['hold', 'run', 'item', 'original'] loop
    execute format('alter table retention.%I enable row level security', one);
    execute format('alter table retention.%I force row level security', one);
    execute format('create policy own_insurer on retention.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
  end loop;
end $$;

grant usage on schema retention to tsunagu_app;
grant select, insert on retention.hold, retention.run, retention.item to tsunagu_app;
grant update (released_at, released_by) on retention.hold to tsunagu_app;
grant update (state, done_at, hash, backups_until) on retention.run to tsunagu_app;
grant update (state) on retention.item to tsunagu_app;
grant select, insert, update on retention.original to tsunagu_app;
