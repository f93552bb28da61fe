-- Guidance use rate (特定保健指導利用率).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(first_interview_on is not null)) as part,
  count(*) as whole
from to_guide
group by all
