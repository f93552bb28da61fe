-- Waist at the criterion (腹囲の基準以上の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'WAIST'
group by all
