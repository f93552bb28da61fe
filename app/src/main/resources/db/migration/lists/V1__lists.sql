-- Copies of definitions (定義の写し): cells an insurer has changed in a shipped list, from a month on. Never changed; a later one
-- goes before it.
create table lists.definition (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  list text not null,
  valid_from date not null,
  changes jsonb not null,
  note text not null,
  made_by bigint not null,
  made_by_name text not null,
  made_at timestamptz not null default now()
);
create index definition_list on lists.definition (insurer_id, list, valid_from, id);

-- The lists of a month (作成): one a month and insurer; made again it takes the place of what was made before.
create table lists.build (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  month date not null,
  rule_set text not null,
  people bigint not null default 0,
  former bigint not null default 0,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REPLACED')),
  asked_by_name text not null,
  asked_at timestamptz not null default now(),
  done_at timestamptz
);
create index build_month on lists.build (insurer_id, month desc, id desc);

-- One list of a month (リストの作成結果): how many are left after each step, and why people cannot be judged.
create table lists.run (
  build_id bigint not null references lists.build,
  insurer_id int not null references access.insurer,
  list text not null,
  definition_id bigint references lists.definition,
  steps jsonb not null,
  doubts jsonb not null,
  found bigint not null,
  open bigint not null,
  primary key (build_id, list)
);

-- Who is on a list or cannot be judged (該当者・判定できない人), with the reasons.
create table lists.entry (
  build_id bigint not null references lists.build,
  insurer_id int not null references access.insurer,
  list text not null,
  member_id bigint not null references membership.member,
  is_on boolean not null,
  reasons jsonb not null,
  labels jsonb not null,
  certainty text not null,
  primary key (build_id, list, member_id)
);
create index entry_member on lists.entry (insurer_id, member_id);

-- How long somebody is on a list without a break (該当の期間): one task an episode, so that who comes back is asked again.
create table lists.episode (
  insurer_id int not null references access.insurer,
  list text not null,
  member_id bigint not null references membership.member,
  number int not null,
  first_month date not null,
  last_month date not null,
  is_open boolean not null default true,
  primary key (insurer_id, list, member_id, number)
);
create index episode_open on lists.episode (insurer_id, list) where is_open;

-- Lists that somebody works on (作業するリスト): their people become tasks.
create table lists.work (
  insurer_id int not null references access.insurer,
  list text not null,
  since timestamptz not null default now(),
  by_name text not null,
  primary key (insurer_id, list)
);

-- The doctor's confirmation (主治医の確認), step by step; never changed.
create table lists.confirmation (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  list text not null,
  member_id bigint not null references membership.member,
  step text not null,
  state text not null,
  day date not null,
  doctor text not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null unique,
  at timestamptz not null default now()
);
create index confirmation_member on lists.confirmation (insurer_id, member_id, list, id);

-- What became of people some months later (抽出後の経過).
create table lists.effect (
  build_id bigint not null references lists.build,
  insurer_id int not null references access.insurer,
  list text not null,
  member_id bigint not null references membership.member,
  months int not null,
  contacted boolean not null,
  seen boolean,
  drug boolean,
  before numeric,
  after numeric,
  primary key (build_id, list, member_id, months)
);

do $$
declare
  one text;
begin
  foreach one in array array['definition', 'build', 'run', 'entry', 'episode', 'work', 'confirmation', 'effect'] loop
    execute format('alter table lists.%I enable row level security', one);
    execute format('alter table lists.%I force row level security', one);
    execute format('create policy own_insurer on lists.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
  end loop;
end $$;

grant usage on schema lists to tsunagu_app;
grant select, insert on lists.definition, lists.confirmation to tsunagu_app;
grant select, insert, update, delete on lists.build, lists.run, lists.entry, lists.episode, lists.work, lists.effect to tsunagu_app;
