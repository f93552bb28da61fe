-- Lists (作業リスト): when a task came onto the list, what staff noted about it, who changed what, filters under a name.
alter table worklists.task add column opened_at timestamptz not null default now();
alter table worklists.task add column note text not null default '';
-- The owner is bound by the policies as well, and works for no insurer here.
alter table worklists.task no force row level security;
update worklists.task set opened_at = created_at;
alter table worklists.task force row level security;

create index task_owner on worklists.task (insurer_id, owner, due, urgency desc, id) where state = 'OPEN';
create index task_opened on worklists.task (insurer_id, opened_at) where state = 'OPEN';
create index task_closed on worklists.task (insurer_id, updated_at) where state <> 'OPEN';

-- What staff changed about a task (作業の変更), before and after: whoever comes second sees what the first has done.
create table worklists.change (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  task_id bigint not null references worklists.task,
  version int not null,
  at timestamptz not null default now(),
  staff_id bigint not null,
  staff_name text not null,
  due_before date not null,
  due date not null,
  owner_before text not null,
  owner text not null,
  state_before text not null,
  state text not null,
  note_before text not null,
  note text not null
);
create index change_task on worklists.change (insurer_id, task_id, version);

-- Filters under a name (保存した条件). The address holds codes and days only.
create table worklists.saved_filter (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  staff_id bigint not null,
  staff_name text not null,
  name text not null,
  is_shared boolean not null,
  address text not null,
  created_at timestamptz not null default now(),
  unique (insurer_id, staff_id, name)
);

-- When somebody last looked at the list (前回の閲覧): on which day, and when on a day before that.
create table worklists.visit (
  insurer_id int not null references access.insurer,
  staff_id bigint not null,
  seen_at timestamptz not null,
  seen_on date not null,
  before_at timestamptz,
  primary key (insurer_id, staff_id)
);

alter table worklists.change enable row level security;
alter table worklists.change force row level security;
create policy own_insurer on worklists.change
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table worklists.saved_filter enable row level security;
alter table worklists.saved_filter force row level security;
create policy own_insurer on worklists.saved_filter
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table worklists.visit enable row level security;
alter table worklists.visit force row level security;
create policy own_insurer on worklists.visit
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on worklists.change to tsunagu_app;
grant select, insert, update, delete on worklists.saved_filter to tsunagu_app;
grant select, insert, update on worklists.visit to tsunagu_app;
