-- Cost per claim (1件当たり医療費).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(yen) as part,
  count(*) as whole
from paid
group by all
