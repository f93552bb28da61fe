-- Doctor-visit value of blood pressure (受診勧奨判定値の割合（血圧）).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'VISIT-BP'
group by all
