-- Members (加入者) and the time they were insured (資格期間).
create table membership.member (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  register_key text not null,
  name text not null,
  kana text not null,
  sex text not null check (sex in ('1', '2')),
  birth date not null,
  kind text not null,
  relation text not null,
  symbol text not null,
  number text not null,
  branch text not null,
  employer text not null,
  postal_code text not null,
  address text not null,
  phone text not null,
  -- Keys for searching: columns of their own and in byte order, because under row-level security an index is used only
  -- with comparisons that cannot leak, which leaves out functions and LIKE.
  name_key text collate "C" not null,
  kana_key text collate "C" not null,
  number_key text collate "C" not null,
  household_key text collate "C" not null,
  card_number_key text collate "C" not null,
  phone_key text collate "C" not null,
  seen_in bigint,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  unique (insurer_id, register_key)
);
comment on column membership.member.kind is 'as in the register: every insurer has its own kinds';
create index member_number on membership.member (insurer_id, number_key);
create index member_household on membership.member (insurer_id, household_key);
create index member_phone on membership.member (insurer_id, phone_key);
create index member_card_number on membership.member (insurer_id, card_number_key);
create index member_birth on membership.member (insurer_id, birth);
create index member_kana on membership.member (insurer_id, kana_key);
create index member_name on membership.member (insurer_id, name_key);

create table membership.coverage (
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  from_day date not null,
  to_day date,
  reason text not null,
  primary key (insurer_id, member_id, from_day)
);

-- Every number a member has had (被保険者等記号・番号・枝番の履歴): an old ticket must still find its person.
create table membership.insured_number (
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  number_key text collate "C" not null,
  household_key text collate "C" not null,
  symbol text not null,
  number text not null,
  branch text not null,
  since timestamptz not null default now(),
  primary key (member_id, number_key)
);
create index insured_number_household on membership.insured_number (insurer_id, household_key);

create table membership.change (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  field text not null,
  before text not null,
  after text not null,
  source text not null,
  at timestamptz not null default now()
);
create index change_member on membership.change (insurer_id, member_id, id);

create table membership.register_file (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  original text not null,
  name text not null,
  kind text not null check (kind in ('FULL', 'DIFFERENCE')),
  as_of date not null,
  state text not null check (state in ('WAITING', 'DONE', 'REFUSED')),
  lines int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  ended int not null default 0,
  bad int not null default 0,
  missing int not null default 0,
  refusal text not null default '',
  received_at timestamptz not null default now(),
  received_by text not null,
  unique (insurer_id, original)
);

create table membership.bad_line (
  insurer_id int not null references access.insurer,
  register_file_id bigint not null references membership.register_file,
  line int not null,
  code text not null,
  field text not null,
  value text not null,
  primary key (register_file_id, line, code, field)
);

alter table membership.member enable row level security;
alter table membership.member force row level security;
create policy own_insurer on membership.member
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table membership.coverage enable row level security;
alter table membership.coverage force row level security;
create policy own_insurer on membership.coverage
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table membership.insured_number enable row level security;
alter table membership.insured_number force row level security;
create policy own_insurer on membership.insured_number
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table membership.change enable row level security;
alter table membership.change force row level security;
create policy own_insurer on membership.change
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table membership.register_file enable row level security;
alter table membership.register_file force row level security;
create policy own_insurer on membership.register_file
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

alter table membership.bad_line enable row level security;
alter table membership.bad_line force row level security;
create policy own_insurer on membership.bad_line
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

-- Covered on 1 April and on every day until 31 March (4月1日時点かつ年度を通じて加入): the one denominator of the checkup rate.
-- A break of coverage within the year, however short, takes a person out.
create function membership.covered_all_year(first_day date, last_day date) returns table (member_id bigint)
  language sql stable security invoker as $$
  select c.member_id
  from membership.coverage c
  where c.from_day <= first_day and coalesce(c.to_day, 'infinity'::date) >= last_day
$$;

grant usage on schema membership to tsunagu_app;
grant select, insert, update on membership.member, membership.coverage, membership.register_file to tsunagu_app;
grant select, insert on membership.insured_number, membership.change, membership.bad_line to tsunagu_app;
