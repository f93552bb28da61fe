-- Average members (平均加入者数).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(cast(months as bigint)) as part,
  cast(0 as bigint) as whole
from member
group by all
