-- Patients by lifestyle group (生活習慣病14分類別の患者割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, lifestyle14,
  count(distinct person) as part,
  cast(0 as bigint) as whole
from borne
where lifestyle14 <> '' and not suspected and months > 0
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as lifestyle14,
  cast(0 as bigint) as part,
  count(*) as whole
from member
where months > 0
group by all
