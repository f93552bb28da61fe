-- Claims per 100 members (受診率（100人当たりレセプト件数）).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  count(*) as part,
  cast(0 as bigint) as whole
from paid
where kind <> 'PHA'
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  cast(0 as bigint) as part,
  sum(cast(months as bigint)) as whole
from member
group by all
