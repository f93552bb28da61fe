-- No physical activity of an hour a day (身体活動の少ない人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'NO-WALKING'
group by all
