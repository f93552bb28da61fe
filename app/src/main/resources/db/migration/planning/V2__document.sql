-- What the insurer itself writes into the plan of a period (保険者の記載): the text of a section, the growth of a stratum. Nothing
-- is overwritten: a new version follows.
create table planning.part (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  period int not null check (period between 1 and 99),
  part text not null,
  version int not null check (version > 0),
  text text not null,
  staff_id bigint not null,
  staff_name text not null,
  set_at timestamptz not null default now(),
  unique (insurer_id, period, part, version)
);

-- A plan as it was approved (承認した計画書). Its content never changes; only whether the public may see it.
create table planning.edition (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  period int not null check (period between 1 and 99),
  version int not null check (version > 0),
  state text not null default 'APPROVED' check (state in ('APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  -- What the public page shows, small numbers already masked.
  page text not null,
  approved_id bigint not null,
  approved_by text not null,
  approved_at timestamptz not null default now(),
  published_by text not null default '',
  published_at timestamptz,
  withdrawn_by text not null default '',
  withdrawn_at timestamptz,
  unique (insurer_id, period, version),
  unique (id, insurer_id)
);
-- One plan of a period is public at a time.
create unique index edition_public on planning.edition (insurer_id, period) where state = 'PUBLISHED';

create table planning.edition_file (
  insurer_id int not null references access.insurer,
  edition_id bigint not null,
  kind text not null check (kind in ('PDF', 'ODT', 'PUBLIC_PDF', 'PUBLIC_ODT')),
  bytes bytea not null,
  primary key (edition_id, kind),
  foreign key (edition_id, insurer_id) references planning.edition (id, insurer_id)
);

alter table planning.part enable row level security;
alter table planning.part force row level security;
create policy own_insurer on planning.part
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
create policy no_provider on planning.part as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null);

alter table planning.edition enable row level security;
alter table planning.edition force row level security;
create policy own_insurer on planning.edition
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
-- What the public may see, outside providers may see as well.
create policy no_provider on planning.edition as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null or state = 'PUBLISHED')
  with check ((select nullif(current_setting('tsunagu.provider', true), '')) is null);

alter table planning.edition_file enable row level security;
alter table planning.edition_file force row level security;
create policy own_insurer on planning.edition_file
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
create policy no_provider on planning.edition_file as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null or kind in ('PUBLIC_PDF', 'PUBLIC_ODT'))
  with check ((select nullif(current_setting('tsunagu.provider', true), '')) is null);

grant select, insert on planning.part, planning.edition, planning.edition_file to tsunagu_app;
grant update (state, published_by, published_at, withdrawn_by, withdrawn_at) on planning.edition to tsunagu_app;
