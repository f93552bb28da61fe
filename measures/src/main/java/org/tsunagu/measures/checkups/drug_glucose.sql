-- Drugs for blood glucose (血糖の薬を使う人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'DRUG-GLUCOSE'
group by all
