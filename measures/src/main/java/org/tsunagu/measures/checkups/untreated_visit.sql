-- Doctor-visit value without drugs (未治療の受診勧奨判定値の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'UNTREATED-VISIT'
group by all
