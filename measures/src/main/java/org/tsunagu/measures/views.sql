-- A year of a person with the strata every measure can be shown by.
create or replace temporary view member as
select person, insurer, fiscal_year, sex, age_band(age) as age_band, member_type, employer, area, age, months, target, in_denominator
from person_year;

-- The checkup with which a person counts in a year.
create or replace temporary view examined as
select m.*, c.checkup_id, c.checkup_date, c.facility, c.metabolic, c.level, c.to_guide
from member m
join checkup c on c.insurer = m.insurer and c.person = m.person and c.fiscal_year = m.fiscal_year
where c.counted;

-- What was decided about an examined person beside metabolic syndrome and level.
create or replace temporary view marked as
select e.*, k.mark, k.holds
from examined e
join mark k on k.checkup_id = e.checkup_id and k.insurer = e.insurer;

-- A value of an examined person.
create or replace temporary view measured as
select e.*, r.variable, r.value
from examined e
join result r on r.checkup_id = e.checkup_id and r.insurer = e.insurer;

-- People to be guided, with the last course of the year if there is one.
create or replace temporary view to_guide as
select e.*, g.course_id, g.provider, g.invited_on, g.first_interview_on, g.finished_on, g.ended, g.points
from examined e
left join (
  select c.*, row_number() over (partition by c.insurer, c.person, c.fiscal_year order by c.finished_on nulls last, c.course_id desc) as place
  from course c
) g on g.insurer = e.insurer and g.person = e.person and g.fiscal_year = e.fiscal_year and g.place = 1
where e.to_guide;

-- Claims of known members; without the person, who is most of a row.
create or replace temporary view paid as
select m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area,
  c.care_month, c.kind, c.inpatient, c.days, c.yen, c.main_class121, c.main_lifestyle14
from member m
join claim c on c.insurer = m.insurer and c.person = m.person and c.fiscal_year = m.fiscal_year;

-- The share of a claim that a disease bears.
create or replace temporary view borne as
select m.*, d.claim_id, d.seq, d.class121, d.lifestyle14, d.suspected, d.yen
from member m
join claim_disease d on d.insurer = m.insurer and d.person = m.person and d.fiscal_year = m.fiscal_year;
