-- Invitations to guidance (利用案内): wordings in versions, who was invited with which and until when, and what the person
-- said. Nothing is changed later: an answer that was wrong is followed by another.
create table guidance.wording (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  version int not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, version)
);

create table guidance.invitation (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  fiscal_year int not null,
  wording_id bigint not null references guidance.wording,
  day date not null,
  reply_by date not null check (reply_by >= day),
  chosen_by text not null,
  form_key uuid not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, form_key)
);
create index invitation_year on guidance.invitation (insurer_id, fiscal_year, id);

create table guidance.invited (
  insurer_id int not null references access.insurer,
  invitation_id bigint not null references guidance.invitation,
  member_id bigint not null references membership.member,
  checkup_day date not null,
  primary key (invitation_id, member_id)
);
create index invited_member on guidance.invited (insurer_id, member_id);

create table guidance.reply (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  fiscal_year int not null,
  way text not null check (way in ('TELEPHONE', 'LETTER', 'IN_PERSON', 'OTHER')),
  outcome text not null check (outcome in ('ACCEPTED', 'DECLINED', 'NOT_REACHED', 'UNDECIDED')),
  why text not null,
  on_day date not null,
  form_key uuid not null,
  staff_id bigint not null,
  staff_name text not null,
  at timestamptz not null,
  unique (insurer_id, form_key),
  constraint who_declines_says_why check (outcome <> 'DECLINED' or why <> '')
);
create index reply_member on guidance.reply (insurer_id, member_id, fiscal_year, id);

do $$
declare t text;
begin
  foreach t in array array['wording', 'invitation', 'invited', 'reply'] loop
    execute format('alter table guidance.%I enable row level security', t);
    execute format('alter table guidance.%I force row level security', t);
    execute format('create policy own_insurer on guidance.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', t);
    execute format('grant select, insert on guidance.%I to tsunagu_app', t);
  end loop;
end $$;
