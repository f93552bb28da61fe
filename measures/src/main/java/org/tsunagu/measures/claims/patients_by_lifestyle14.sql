-- Patients by lifestyle group (生活習慣病14分類別の患者割合).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area, p.lifestyle14,
  count(*) as part,
  cast(0 as bigint) as whole
from member m
join (
  select distinct insurer, person, fiscal_year, lifestyle14
  from claim_disease
  where lifestyle14 <> '' and not suspected
) p on p.insurer = m.insurer and p.person = m.person and p.fiscal_year = m.fiscal_year
where m.months > 0
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as lifestyle14,
  cast(0 as bigint) as part,
  count(*) as whole
from member
where months > 0
group by all
