-- Where a result comes from, and why it does not count as a specific checkup although nothing is wrong with it (結果の出どころ
-- と特定健診としての取扱い). What is held does not count anywhere: every list leaves it out as it leaves out what was withdrawn.
alter table checkups.checkup
  add column origin text not null default 'CHECKUP' check (origin in ('CHECKUP', 'DOCK', 'CLINICAL', 'HANDOVER')),
  add column from_insurer text not null default '',
  -- Consent is missing, was refused or taken back; basic items are missing; a former insurer's checkup.
  add column held text not null default '' check (held in ('', 'CONSENT', 'REFUSED', 'ITEMS', 'FORMER')),
  add constraint held_does_not_count check (held = '' or withdrawn);
create index checkup_held on checkups.checkup (insurer_id, exam_date desc, id desc) where held <> '';
