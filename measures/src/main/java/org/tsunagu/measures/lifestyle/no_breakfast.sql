-- Breakfast skipped three times a week (朝食を抜く人の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'NO-BREAKFAST'
group by all
