-- Fast eaters (食べる速度が速い人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'EATING-FAST'
group by all
