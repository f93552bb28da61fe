-- Guidance completion rate (特定保健指導実施率).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(finished_on is not null)) as part,
  count(*) as whole
from to_guide
group by all
