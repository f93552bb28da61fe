-- What of whom was given to whom, or was refused (提供の記録): written before anything leaves, never changed.
create table consent.disclosure (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  -- Kinds of legal/parties with the names of the organisations.
  requester text not null,
  requester_name text not null,
  holder text not null,
  holder_name text not null,
  -- Of legal/data-classes and legal/purposes.
  data_class text not null,
  purpose text not null,
  -- Day of the request, by which the ground is looked up, and the age of the person on it.
  requested date not null,
  age int not null,
  -- Which piece of work it belongs to.
  reference text not null,
  why text not null,
  allowed boolean not null,
  -- Row of legal/legal-basis; empty when there is none.
  ground text not null,
  -- What the person has said to it; none when it did not matter.
  consent_id bigint references consent.event,
  certainty text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index disclosure_member on consent.disclosure (insurer_id, member_id, id);
create index disclosure_day on consent.disclosure (insurer_id, at, id);
create index disclosure_reference on consent.disclosure (insurer_id, reference, id);

-- What an insurer has chosen where sources disagree (保険者の設定): the latest choice holds.
create table consent.parameter (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  name text not null,
  value text not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null
);
create index parameter_name on consent.parameter (insurer_id, name, id);

do $$
declare
  one text;
begin
  foreach one in array array['disclosure', 'parameter'] loop
    execute format('alter table consent.%I enable row level security', one);
    execute format('alter table consent.%I force row level security', one);
    execute format('create policy own_insurer on consent.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', one);
  end loop;
end $$;

grant select, insert on consent.disclosure, consent.parameter to tsunagu_app;
