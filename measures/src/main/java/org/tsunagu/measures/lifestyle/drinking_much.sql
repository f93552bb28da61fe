-- Three go or more on a drinking day (飲酒量の多い人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'DRINKING-MUCH'
group by all
