-- Cost per member by kind of claim (種別の一人当たり医療費).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, kind,
  sum(yen) as part,
  cast(0 as bigint) as whole
from paid
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as kind,
  cast(0 as bigint) as part,
  sum(cast(months as bigint)) as whole
from member
group by all
