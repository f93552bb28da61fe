-- Examined people by month (受診月別の受診者割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, month_of(checkup_date) as month,
  count(*) as part,
  cast(0 as bigint) as whole
from examined
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as int) as month,
  cast(0 as bigint) as part,
  count(*) as whole
from examined
group by all
