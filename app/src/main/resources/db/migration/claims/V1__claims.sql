-- Deliveries of claims (レセプトの受領), the claims in them, their diseases and drugs, and which months are there.
create table claims.delivery (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  original text not null,
  name text not null,
  channel text not null,
  -- ADD: the months get more claims; REPLACE: what there was of its months and kinds counts no more.
  mode text not null check (mode in ('ADD', 'REPLACE')),
  state text not null check (state in ('WAITING', 'READING', 'PUBLISHED', 'REFUSED')),
  claims int not null default 0,
  other_insurers int not null default 0,
  received_at timestamptz not null,
  received_by text not null,
  published_at timestamptz,
  unique (insurer_id, original)
);

-- What a delivery holds of one claim month (請求年月) and kind. Its claims come into force, and go out of it, with this row.
create table claims.part (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references claims.delivery,
  claim_month date not null,
  kind text not null check (kind in ('MED', 'DPC', 'DEN', 'PHA', 'NUR')),
  state text not null check (state in ('STAGED', 'CURRENT', 'REPLACED')),
  published_at timestamptz,
  replaced_by bigint references claims.delivery,
  replaced_at timestamptz,
  unique (delivery_id, claim_month, kind)
);
create index part_month on claims.part (insurer_id, claim_month, kind);

create table claims.claim (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references claims.delivery,
  number int not null,
  -- As findings name it: number of the file in the delivery and of the claim in the file.
  item text not null,
  part_id bigint not null references claims.part,
  -- Equal for the same claim in another file: review body, prefecture, fee schedule, claim month and search number.
  receipt_key text collate "C" not null,
  search_number text not null,
  entry text not null,
  line int not null,
  kind text not null,
  receipt_type text not null,
  inpatient boolean not null,
  public_only boolean not null,
  care_month date not null,
  status text not null check (status in ('COUNTED', 'RETURNED', 'UNDER_SUMMARY', 'DUPLICATE')),
  -- Counted in an earlier delivery already.
  repeated boolean not null default false,
  institution text not null,
  institution_name text not null,
  prescriber text not null,
  symbol text not null,
  card_number text not null,
  branch text not null,
  sex text not null,
  birth date,
  name text not null,
  kana text not null,
  household_key text collate "C" not null,
  member_id bigint references membership.member,
  match text not null check (match in ('BRANCH', 'BIRTH', 'EARLIER', 'NAME', 'NONE', 'PUBLIC')),
  days int not null,
  points_claimed bigint not null,
  points_decided bigint not null,
  line_points bigint not null,
  yen_per_point int not null,
  meal_yen bigint not null,
  yen bigint not null,
  special_notes text not null,
  dialysis boolean not null,
  unique (delivery_id, number)
);
create index claim_person on claims.claim (insurer_id, member_id, care_month, id);
create index claim_month on claims.claim (insurer_id, care_month, id);
create index claim_receipt on claims.claim (insurer_id, receipt_key);
create index claim_part on claims.claim (part_id);
create index claim_unmatched on claims.claim (insurer_id, id) where match = 'NONE';
create index claim_search_number on claims.claim (insurer_id, search_number) where search_number <> '';

create table claims.claim_disease (
  insurer_id int not null references access.insurer,
  claim_id bigint not null references claims.claim,
  seq int not null,
  code text not null,
  modifiers text not null,
  -- As written on the claim when there is no code; what the provider recorded (DPC).
  written text not null,
  recorded_icd10 text not null,
  name text not null,
  icd10 text not null,
  class121 text not null,
  lifestyle14 text not null,
  suspected boolean not null,
  main boolean not null,
  most_resources boolean not null,
  start_day date,
  outcome text not null,
  -- Share of the claim's own cost; nothing before it was shared out.
  points bigint,
  yen bigint,
  primary key (claim_id, seq)
);

create table claims.claim_drug (
  insurer_id int not null references access.insurer,
  claim_id bigint not null references claims.claim,
  seq int not null,
  code text not null,
  name text not null,
  price_list_code text not null,
  groups text not null,
  care_class text not null,
  form text not null,
  from_day date not null,
  days int not null,
  quantity numeric,
  primary key (claim_id, seq)
);

create table claims.claim_correction (
  insurer_id int not null references access.insurer,
  claim_id bigint not null references claims.claim,
  seq int not null,
  kind int not null,
  record text not null,
  items text not null,
  reason text not null,
  line int not null,
  primary key (claim_id, seq)
);

-- Points of a dispensing claim by month of the prescription (処方月別の点数), and to whose claim they were joined (調剤の突合).
create table claims.prescription (
  insurer_id int not null references access.insurer,
  claim_id bigint not null references claims.claim,
  month date not null,
  points bigint not null,
  primary key (claim_id, month)
);
create table claims.dispensed (
  insurer_id int not null references access.insurer,
  claim_id bigint not null references claims.claim,
  prescriber_claim_id bigint not null references claims.claim,
  points bigint not null,
  primary key (claim_id, prescriber_claim_id)
);

create table claims.finding (
  id bigint generated always as identity primary key,
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references claims.delivery,
  entry text not null,
  code text not null,
  severity text not null,
  line bigint not null,
  item text not null,
  arguments jsonb not null
);
create index finding_delivery on claims.finding (delivery_id, severity, id);

-- Corrections of the review body whose claim is not there yet (レセプトのない補正); with it once it has come.
create table claims.waiting_correction (
  insurer_id int not null references access.insurer,
  delivery_id bigint not null references claims.delivery,
  entry text not null,
  line int not null,
  search_number text not null,
  instructions int not null,
  claim_id bigint references claims.claim,
  primary key (delivery_id, entry, line)
);

-- What is there of a care month (診療年月) and kind: counted claims in force.
create table claims.care_month (
  insurer_id int not null references access.insurer,
  month date not null,
  kind text not null,
  claims int not null,
  unmatched int not null,
  yen bigint not null,
  changed_at timestamptz not null,
  primary key (insurer_id, month, kind)
);

-- What somebody has said about a claim month (請求年月): that all of it is here, or that it is not.
create table claims.month_statement (
  insurer_id int not null references access.insurer,
  claim_month date not null,
  is_complete boolean not null,
  staff_name text not null,
  at timestamptz not null,
  primary key (insurer_id, claim_month)
);

-- With which editions of the masters the codes of an insurer's claims were last resolved.
create table claims.resolution (
  insurer_id int primary key references access.insurer,
  editions text not null,
  at timestamptz not null
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['delivery', 'part', 'claim', 'claim_disease', 'claim_drug', 'claim_correction',
    'prescription', 'dispensed', 'finding', 'waiting_correction', 'care_month', 'month_statement', 'resolution']
  loop
    execute format('alter table claims.%I enable row level security', guarded);
    execute format('alter table claims.%I force row level security', guarded);
    execute format('create policy own_insurer on claims.%I'
      ' using (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))'
      ' with check (insurer_id = (select nullif(current_setting(''tsunagu.insurer'', true), '''')::int))', guarded);
  end loop;
end $$;

-- The claims that count: in force, not returned, each once.
create view claims.counted with (security_invoker = true) as
  select c.*, c.xmin::text::bigint as version from claims.claim c
  where c.status = 'COUNTED' and not c.repeated
    and c.part_id in (select p.id from claims.part p where p.state = 'CURRENT');

-- What counting over many people may read (集計用の公開項目): no name, no number.
create view claims.mart_claim with (security_invoker = true) as
  select c.id, c.insurer_id, c.member_id, c.care_month, c.kind, c.inpatient, c.days, c.points_decided, c.yen_per_point,
    c.yen, c.version
  from claims.counted c where not c.public_only;
create view claims.mart_disease with (security_invoker = true) as
  select d.claim_id, d.insurer_id, d.seq, d.class121, d.lifestyle14, d.suspected, d.main, d.points, d.yen,
    d.xmin::text::bigint as version
  from claims.claim_disease d;
create view claims.mart_dispensed with (security_invoker = true) as
  select d.claim_id, d.insurer_id, d.prescriber_claim_id, d.points from claims.dispensed d;

grant usage on schema claims to tsunagu_app;
grant select, insert, update on claims.delivery, claims.part, claims.claim, claims.claim_disease, claims.claim_drug,
  claims.waiting_correction, claims.month_statement, claims.resolution to tsunagu_app;
grant select, insert on claims.claim_correction, claims.prescription to tsunagu_app;
grant select, insert, delete on claims.dispensed, claims.finding, claims.care_month to tsunagu_app;
grant select on claims.counted, claims.mart_claim, claims.mart_disease, claims.mart_dispensed to tsunagu_app;
