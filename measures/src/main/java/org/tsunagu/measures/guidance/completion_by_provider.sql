-- Completion by provider (保健指導機関別の終了割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, provider,
  sum(one_if(finished_on is not null)) as part,
  count(*) as whole
from to_guide
where first_interview_on is not null
group by all
