-- When the data for counting was made and by whom it was asked for (集計用データの作成記録). The data itself lies in files.
create table analytics.build (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  state text not null default 'WAITING' check (state in ('WAITING', 'READY')),
  as_of date,
  people bigint not null default 0,
  checkups bigint not null default 0,
  written int not null default 0,
  kept int not null default 0,
  rule_set text not null default '',
  asked_by text not null,
  asked_at timestamptz not null default now(),
  ready_at timestamptz
);
-- While one is being made everybody gets that one.
create unique index build_waiting on analytics.build (insurer_id) where state = 'WAITING';

alter table analytics.build enable row level security;
alter table analytics.build force row level security;
create policy own_insurer on analytics.build
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema analytics to tsunagu_app;
grant select, insert, update on analytics.build to tsunagu_app;
