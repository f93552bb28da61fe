-- Sleep without rest (睡眠で休養がとれていない人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'POOR-SLEEP'
group by all
