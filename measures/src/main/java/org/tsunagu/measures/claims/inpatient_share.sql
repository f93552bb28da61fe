-- Share of inpatient cost (入院医療費の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(yen * one_if(inpatient)) as part,
  sum(yen) as whole
from paid
group by all
