-- Members (加入者数).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  count(*) as part,
  cast(0 as bigint) as whole
from member
where months > 0
group by all
