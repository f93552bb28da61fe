-- What members say, ask for, show and keep on their own pages (返事・請求・相談・主治医に見せるページ・記録と目標).

-- What members say to a recommendation to see a doctor (受診のおすすめへの返事): it only grows.
create table portal.visit_reply (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  -- The checkup it was about: a newer one asks anew.
  checkup_id bigint not null,
  said text not null check (said in ('BOOKED', 'VISITED', 'TALK')),
  -- Day of the appointment, or the first day of the month of the visit.
  day date,
  clinic text not null,
  words text not null,
  proxy text not null,
  at timestamptz not null,
  form_key uuid not null unique
);
create index visit_reply_member on portal.visit_reply (insurer_id, member_id, id desc);

-- Pages shown to a doctor (主治医に見せるページ). The link is known to whoever has the code; only its digest stands here. The
-- consent to the visit stands in the ledger of consents, under the name of the page.
create table portal.shown_page (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  key text not null,
  parts text not null,
  clinic text not null,
  made_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  proxy text not null
);
create unique index shown_page_key on portal.shown_page (insurer_id, key);
create index shown_page_member on portal.shown_page (insurer_id, member_id, id desc);

-- What members apply for (申出・請求・相談の申込み): disclosure, correction, stop of use, support. What was asked never
-- changes; what became of it are steps, which only grow.
create table portal.application (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  kind text not null check (kind in ('DISCLOSURE', 'CORRECTION', 'STOP', 'SUPPORT')),
  topic text not null,
  words text not null,
  reach text not null,
  hours text not null,
  proxy text not null,
  at timestamptz not null,
  due date not null,
  form_key uuid not null unique
);
create index application_member on portal.application (insurer_id, member_id, id desc);

create table portal.application_step (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  application_id bigint not null references portal.application,
  state text not null
    check (state in ('RECEIVED', 'ASKED', 'REPLIED', 'ANSWERED', 'REFUSED', 'TAKEN', 'ENDED', 'STOPPED')),
  words text not null,
  -- Who is responsible: role or organisation, never the name of a person.
  responsible text not null,
  next_day date,
  is_from_member boolean not null,
  by_name text not null,
  at timestamptz not null
);
create index application_step_of on portal.application_step (insurer_id, application_id, id desc);

-- The diary of members (本人の記録): one value of a kind a day. The member may take rows out at once.
create table portal.diary (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  day date not null,
  kind text not null,
  value numeric not null,
  proxy text not null,
  at timestamptz not null,
  unique (member_id, kind, day)
);
create index diary_member on portal.diary (insurer_id, member_id, kind, day desc);

-- Goals that members set themselves (自分の目標).
create table portal.own_goal (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  words text not null,
  at timestamptz not null,
  reached_at timestamptz,
  form_key uuid not null unique
);
create index own_goal_member on portal.own_goal (insurer_id, member_id, id desc);

alter table portal.visit_reply enable row level security;
alter table portal.visit_reply force row level security;
create policy own_insurer on portal.visit_reply
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.shown_page enable row level security;
alter table portal.shown_page force row level security;
create policy own_insurer on portal.shown_page
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.application enable row level security;
alter table portal.application force row level security;
create policy own_insurer on portal.application
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.application_step enable row level security;
alter table portal.application_step force row level security;
create policy own_insurer on portal.application_step
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.diary enable row level security;
alter table portal.diary force row level security;
create policy own_insurer on portal.diary
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
alter table portal.own_goal enable row level security;
alter table portal.own_goal force row level security;
create policy own_insurer on portal.own_goal
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert on portal.visit_reply to tsunagu_app;
grant select, insert, update on portal.shown_page to tsunagu_app;
grant select, insert on portal.application to tsunagu_app;
grant select, insert on portal.application_step to tsunagu_app;
grant select, insert, update, delete on portal.diary to tsunagu_app;
grant select, insert, update, delete on portal.own_goal to tsunagu_app;
