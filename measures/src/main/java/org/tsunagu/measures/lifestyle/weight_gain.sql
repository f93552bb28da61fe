-- Weight gain of 10 kg or more since 20 (20歳から体重が10kg以上増えた人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'WEIGHT-GAIN'
group by all
