-- Insurers (保険者) are the tenants; users (利用者) hold roles per insurer. Read before the tenant is known, hence no policy.
create table access.insurer (
  id int generated always as identity primary key,
  number text not null unique,
  name text not null
);

create table access.staff (
  id bigint generated always as identity primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  password text not null,
  failures int not null default 0,
  locked_until timestamptz,
  enabled boolean not null default true,
  created_at timestamptz not null default now()
);

create table access.staff_role (
  staff_id bigint not null references access.staff,
  insurer_id int not null references access.insurer,
  role text not null,
  valid_from date not null,
  valid_to date,
  primary key (staff_id, insurer_id, role, valid_from)
);

grant usage on schema access to tsunagu_app;
grant select, insert on access.insurer, access.staff, access.staff_role to tsunagu_app;
grant update (name, password, failures, locked_until, enabled) on access.staff to tsunagu_app;
grant update (valid_to) on access.staff_role to tsunagu_app;
