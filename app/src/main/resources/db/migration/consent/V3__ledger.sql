-- The ledger of consents made whole (同意台帳): what is allowed for which purpose, to whom, which data, from when until when.
-- What was written down before is kept as it is and says the same in the new columns.
alter table consent.event
  add column act text,
  -- Of legal/purposes.
  add column purpose text,
  -- Kind of legal/parties and name of the organisation; empty for anybody, or for all of the kind.
  add column recipient text not null default '',
  add column recipient_name text not null default '',
  -- Of legal/data-classes; none for all in a withdrawal.
  add column data_classes text[] not null default '{}',
  add column valid_from timestamptz,
  add column valid_to timestamptz,
  -- Where the signed paper is, who has witnessed, which card was read.
  add column evidence text not null default '',
  add column language text not null default 'ja',
  -- What the one who answered is to the member, and why they may.
  add column proxy_relation text not null default '',
  add column supersedes bigint references consent.event;

-- The owner is bound by the policies as well, and works for no insurer here.
alter table consent.event no force row level security;
update consent.event set
  act = case decision when 'GIVEN' then 'GIVE' else 'WITHDRAW' end,
  purpose = case about when 'CLINICAL' then 'CLINICAL_RESULTS' else 'FORMER_INSURER' end,
  data_classes = case about when 'CLINICAL' then array['TEST_RESULTS'] else array['CHECKUP', 'GUIDANCE'] end,
  valid_from = day::timestamp at time zone 'Asia/Tokyo';
alter table consent.event force row level security;

alter table consent.event
  alter column act set not null,
  add constraint event_act_check check (act in ('GIVE', 'NARROW', 'WITHDRAW', 'EXPIRE', 'PROXY')),
  alter column purpose set not null,
  alter column valid_from set not null,
  -- What the short form asks; other entries have neither.
  alter column about drop not null,
  alter column decision drop not null,
  drop constraint event_asked_check,
  add constraint event_asked_check check (asked in ('PAPER', 'IN_PERSON', 'PHONE', 'ONLINE', 'CARD', 'SYSTEM'));
create index event_purpose on consent.event (insurer_id, purpose, member_id, id);
create index event_end on consent.event (insurer_id, valid_to) where act = 'GIVE' and valid_to is not null;

-- What is in force of each member and subject: the latest day, and of one day what was written down last. A consent is
-- over at its end, whether or not the end is written down.
create or replace view consent.in_force with (security_invoker = true) as
  select distinct on (member_id, about) member_id, about,
    case
      when act = 'GIVE' and valid_to <= now() then 'WITHDRAWN'
      when act in ('GIVE', 'NARROW') then 'GIVEN'
      else coalesce(decision, 'WITHDRAWN')
    end as decision, day
  from consent.event where about is not null and act not in ('PROXY', 'EXPIRE')
  order by member_id, about, day desc, id desc;
