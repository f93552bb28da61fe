-- The members' own pages (マイページ): accounts, how members get them, who acts for whom, messages and questions.

-- Which insurer a code or a log-in name belongs to: read before anybody knows for whom, hence no policy. A digest stands
-- here, nothing that says anything about a person.
create table portal.door (
  kind text not null check (kind in ('CODE', 'LOGIN', 'SUBJECT')),
  key text not null,
  insurer_id int not null references access.insurer,
  primary key (kind, key)
);
grant usage on schema portal to tsunagu_app;
grant select, insert, delete on portal.door to tsunagu_app;

-- An invitation (招待): a code for one connection. The code itself is only on the letter or the slip.
create table portal.invitation (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  code_key text not null,
  way text not null check (way in ('LETTER', 'COUNTER')),
  issued_at timestamptz not null,
  issued_by text not null,
  until date not null,
  failures int not null default 0,
  used_at timestamptz,
  ended_at timestamptz
);
create index invitation_code on portal.invitation (insurer_id, code_key);
create index invitation_member on portal.invitation (insurer_id, member_id, id desc);

-- An account (利用者登録) of a member. The column is not called member_id on purpose: a proxy at the pages of somebody else
-- sees the rows of that member, and still has the own account.
create table portal.account (
  owner_id bigint primary key references membership.member,
  insurer_id int not null references access.insurer,
  login_key text not null,
  password text not null,
  -- Digest of the number at an identity service; empty for none.
  subject_key text not null default '',
  failures int not null default 0,
  locked_until timestamptz,
  enabled boolean not null default true,
  connected_at timestamptz not null
);

-- A session (ログイン中の端末).
create table portal.session (
  id uuid primary key,
  insurer_id int not null references access.insurer,
  owner_id bigint not null references membership.member,
  device text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_owner on portal.session (insurer_id, owner_id, began_at desc);

-- Who may act for whom (代理人), with what is seen, how long, and on what evidence. Names as they were then: a member
-- cannot read the register about another one.
create table portal.proxy (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  ward_id bigint not null references membership.member,
  ward_name text not null,
  proxy_id bigint references membership.member,
  proxy_name text not null default '',
  relation text not null check (relation in ('FAMILY', 'PARENT', 'GUARDIAN')),
  scope text not null,
  from_day date not null,
  to_day date not null,
  evidence text not null,
  appointed_by text not null,
  appointed_at timestamptz not null,
  code_key text,
  code_until date,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text not null default '',
  check (ward_id <> proxy_id)
);
create index proxy_ward on portal.proxy (insurer_id, ward_id);
create index proxy_proxy on portal.proxy (insurer_id, proxy_id);

-- Messages (お知らせ・メッセージ) between a member and the insurer.
create table portal.message (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  about text not null check (about in ('GENERAL', 'GUIDANCE')),
  from_member boolean not null,
  writer text not null,
  words text not null,
  at timestamptz not null,
  read_at timestamptz,
  form_key uuid not null unique
);
create index message_member on portal.message (insurer_id, member_id, id desc);
create index message_unread on portal.message (insurer_id, id) where from_member and read_at is null;

-- Questions about a look (おかしいと思ったら), with the day by which an answer is promised.
create table portal.inquiry (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  entry bigint not null,
  words text not null,
  at timestamptz not null,
  due date not null,
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  form_key uuid not null unique
);
create index inquiry_open on portal.inquiry (insurer_id, due, id) where answered_at is null;
create index inquiry_member on portal.inquiry (insurer_id, member_id, id desc);

alter table portal.invitation enable row level security;
alter table portal.invitation force row level security;
create policy own_insurer on portal.invitation
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.account enable row level security;
alter table portal.account force row level security;
create policy own_insurer on portal.account
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.session enable row level security;
alter table portal.session force row level security;
create policy own_insurer on portal.session
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.proxy enable row level security;
alter table portal.proxy force row level security;
create policy own_insurer on portal.proxy
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.message enable row level security;
alter table portal.message force row level security;
create policy own_insurer on portal.message
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.inquiry enable row level security;
alter table portal.inquiry force row level security;
create policy own_insurer on portal.inquiry
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update on portal.invitation, portal.account, portal.session, portal.proxy, portal.message, portal.inquiry
  to tsunagu_app;
