-- Members whom an outside provider looks after (委託先の担当者). No foreign key to the member: this module lies below the
-- register. A provider sees the own rows only.
create table access.assignment (
  insurer_id int not null references access.insurer,
  staff_id bigint not null references access.staff,
  member_id bigint not null,
  until date not null,
  assigned_by bigint not null,
  assigned_at timestamptz not null default now(),
  primary key (insurer_id, staff_id, member_id)
);

alter table access.assignment enable row level security;
alter table access.assignment force row level security;
create policy own_insurer on access.assignment
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
create policy own_assignments on access.assignment as restrictive
  using ((select nullif(current_setting('tsunagu.provider', true), '')) is null
    or staff_id = (select nullif(current_setting('tsunagu.provider', true), '')::bigint))
  with check ((select nullif(current_setting('tsunagu.provider', true), '')) is null);

grant select, insert, update, delete on access.assignment to tsunagu_app;
