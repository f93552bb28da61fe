-- What members have agreed to (同意の記録): events that are never changed. A withdrawal is another event, and so is a correction.
create table consent.event (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  about text not null check (about in ('CLINICAL', 'HANDOVER')),
  decision text not null check (decision in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  day date not null,
  asked text not null check (asked in ('PAPER', 'IN_PERSON', 'PHONE', 'ONLINE')),
  -- Who answered for the member; empty when the member did.
  proxy text not null,
  -- Which text the member was shown, by its name or date.
  wording text not null,
  note text not null,
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null unique,
  at timestamptz not null
);
create index event_member on consent.event (insurer_id, member_id, about, day desc, id desc);

alter table consent.event enable row level security;
alter table consent.event force row level security;
create policy own_insurer on consent.event
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

-- What is in force of each member and subject: the latest day, and of one day what was written down last.
create view consent.in_force with (security_invoker = true) as
  select distinct on (member_id, about) member_id, about, decision, day
  from consent.event order by member_id, about, day desc, id desc;

grant usage on schema consent to tsunagu_app;
grant select, insert on consent.event to tsunagu_app;
grant select on consent.in_force to tsunagu_app;
