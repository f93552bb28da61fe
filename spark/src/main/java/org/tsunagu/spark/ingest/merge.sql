-- A person may stand in one register more than once, for different months, and in several registers, for the same ones.
person_year:
select person, insurer, fiscal_year, max(sex) as sex, max(age) as age, max_by(member_type, months) as member_type,
  max_by(employer, months) as employer, max_by(area, months) as area, cast(max(months) as int) as months,
  bool_or(target) as target, bool_or(in_denominator) as in_denominator, max(exclusion) as exclusion,
  max_by(certainty, array_position(array('source', 'derived', 'unconfirmed', 'conflict'), certainty)) as certainty
from (
  select person, insurer, fiscal_year, copy, max(sex) as sex, max(age) as age, max_by(member_type, months) as member_type,
    max_by(employer, months) as employer, max_by(area, months) as area, least(12, sum(months)) as months,
    bool_or(target) as target, bool_or(in_denominator) as in_denominator, max(exclusion) as exclusion,
    max_by(certainty, array_position(array('source', 'derived', 'unconfirmed', 'conflict'), certainty)) as certainty
  from (select distinct *, regexp_extract(input_file_name(), '([^/]+)/person_year/', 1) as copy from taken)
  group by person, insurer, fiscal_year, copy
)
group by person, insurer, fiscal_year;

-- A document may have come twice; with one complete checkup a person counts: the last, and of that day the document made last.
checkup:
select checkup_id, person, insurer, fiscal_year, checkup_date, counted and place = 1 as counted, facility, metabolic, level,
  to_guide and place = 1 as to_guide, certainty
from (
  select *, row_number() over (
    partition by insurer, person, fiscal_year order by counted desc, checkup_date desc, checkup_id desc) as place
  from (select distinct * from taken)
);

result:
select distinct * from taken;

mark:
select distinct * from taken;

-- A claim that was delivered twice counts once, with the diseases of one and the same copy.
claim:
select claim_id, person, insurer, fiscal_year, care_month, kind, inpatient, days, yen, main_class121, main_lifestyle14
from (
  select *, row_number() over (
    partition by insurer, claim_id order by copy desc, yen desc, days desc, main_class121, person) as place
  from (select *, regexp_extract(input_file_name(), '([^/]+)/claim/', 1) as copy from taken)
)
where place = 1;

claim_disease:
select claim_id, person, insurer, fiscal_year, seq, class121, lifestyle14, suspected, yen
from (
  select *, row_number() over (
    partition by insurer, claim_id, seq order by copy desc, yen desc, class121, lifestyle14, person) as place,
    max(copy) over (partition by insurer, claim_id) as last_copy
  from (select *, regexp_extract(input_file_name(), '([^/]+)/claim_disease/', 1) as copy from taken)
)
where place = 1 and copy = last_copy;
