-- No wish to change habits (生活習慣を改善するつもりのない人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'NO-CHANGE'
group by all
