-- Late dinner three times a week (就寝前に夕食をとる人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'LATE-DINNER'
group by all
