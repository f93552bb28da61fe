-- Urine protein of 1+ or more (尿蛋白（1+）以上の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'PROTEIN'
group by all
