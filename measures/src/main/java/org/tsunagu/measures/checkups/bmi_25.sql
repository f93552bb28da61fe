-- BMI of 25 or more (BMI 25以上の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'OBESE-BMI'
group by all
