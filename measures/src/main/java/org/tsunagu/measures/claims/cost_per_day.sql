-- Cost per day (1日当たり医療費).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(yen) as part,
  sum(cast(days as bigint)) as whole
from paid
where kind <> 'PHA'
group by all
