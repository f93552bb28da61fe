-- HbA1c of 8.0 % or more (HbA1c 8.0%以上の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'HBA1C-8'
group by all
