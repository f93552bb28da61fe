-- Doctor-visit value of lipids (受診勧奨判定値の割合（脂質）).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'VISIT-LIPID'
group by all
