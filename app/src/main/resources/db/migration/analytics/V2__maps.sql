-- Maps that an insurer has loaded (読み込んだ地図): outlines of areas, and which areas of the register lie in each. The
-- latest counts.
create table analytics.area_map (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  title text not null,
  loaded_at timestamptz not null
);

create table analytics.area_outline (
  map_id bigint not null references analytics.area_map,
  insurer_id int not null references access.insurer,
  code text not null,
  name text not null,
  -- Longitudes and latitudes: points with spaces between, rings with semicolons.
  rings text not null,
  primary key (map_id, code)
);

create table analytics.area_code (
  map_id bigint not null references analytics.area_map,
  insurer_id int not null references access.insurer,
  area text not null,
  code text not null,
  primary key (map_id, area)
);

alter table analytics.area_map enable row level security;
alter table analytics.area_map force row level security;
create policy own_insurer on analytics.area_map
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table analytics.area_outline enable row level security;
alter table analytics.area_outline force row level security;
create policy own_insurer on analytics.area_outline
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table analytics.area_code enable row level security;
alter table analytics.area_code force row level security;
create policy own_insurer on analytics.area_code
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on analytics.area_map, analytics.area_outline, analytics.area_code to tsunagu_app;
