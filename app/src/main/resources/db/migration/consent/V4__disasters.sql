-- Disasters (災害時の提供): while one is open, data may be given about people who cannot be asked. Each use is marked, and
-- looked at afterwards by somebody else.
create table consent.disaster (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  reason text not null,
  -- Beginning of the postal codes of the people concerned; empty for everybody.
  postal_code text not null,
  started_at timestamptz not null,
  until timestamptz not null,
  staff_id bigint not null,
  staff_name text not null,
  ended_at timestamptz,
  ended_by text not null default ''
);

alter table consent.disclosure add column disaster_id bigint references consent.disaster;
create index disclosure_disaster on consent.disclosure (insurer_id, disaster_id, id) where disaster_id is not null;

-- What somebody else says about a use in a disaster (事後の確認).
create table consent.review (
  disclosure_id bigint primary key references consent.disclosure,
  insurer_id int not null references access.insurer,
  is_right boolean not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);

do $$
declare
  one text;
begin
  foreach one in array array['disaster', 'review'] loop
    execute format('alter table consent.%I enable row level security', one);
    execute format('alter table consent.%I force row level security', one);
    execute format('create policy own_insurer on consent.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
  end loop;
end $$;

grant select, insert on consent.disaster, consent.review to tsunagu_app;
grant update (ended_at, ended_by) on consent.disaster to tsunagu_app;
