-- Claims by lifestyle group (生活習慣病14分類別のレセプト件数割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, main_lifestyle14 as lifestyle14,
  count(*) as part,
  cast(0 as bigint) as whole
from paid
where main_lifestyle14 <> ''
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as lifestyle14,
  cast(0 as bigint) as part,
  count(*) as whole
from paid
group by all
