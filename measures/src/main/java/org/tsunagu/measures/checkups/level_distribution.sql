-- Guidance levels (保健指導レベル別の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, level,
  count(*) as part,
  cast(0 as bigint) as whole
from examined
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as level,
  cast(0 as bigint) as part,
  count(*) as whole
from examined
group by all
