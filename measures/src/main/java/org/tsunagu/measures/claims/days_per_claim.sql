-- Days per claim (1件当たり日数).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(cast(days as bigint)) as part,
  count(*) as whole
from paid
where kind <> 'PHA'
group by all
