-- Contacts (連絡の記録) are never changed; a wrong one is followed by another that says so.
create table contacts.contact (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  task_id bigint,
  at timestamptz not null,
  channel text not null,
  outcome text not null,
  spoke_with text not null,
  note text not null,
  next_step text not null,
  next_day date,
  staff_id bigint not null,
  staff_name text not null,
  form_key uuid not null unique,
  created_at timestamptz not null default now()
);
create index contact_member on contacts.contact (insurer_id, member_id, at desc);

-- What was typed and not yet saved (下書き): a session that ends loses nothing.
create table contacts.draft (
  insurer_id int not null references access.insurer,
  staff_id bigint not null,
  member_id bigint not null references membership.member,
  fields jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (insurer_id, staff_id, member_id)
);

alter table contacts.contact enable row level security;
alter table contacts.contact force row level security;
create policy own_insurer on contacts.contact
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table contacts.draft enable row level security;
alter table contacts.draft force row level security;
create policy own_insurer on contacts.draft
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant usage on schema contacts to tsunagu_app;
grant select, insert on contacts.contact to tsunagu_app;
grant select, insert, update, delete on contacts.draft to tsunagu_app;
