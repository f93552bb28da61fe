-- Mean values (検査値の平均).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, variable,
  sum(value) as part,
  count(*) as whole
from measured
group by all
