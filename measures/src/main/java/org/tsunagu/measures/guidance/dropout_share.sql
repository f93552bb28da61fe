-- People who left a course (中断の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(ended <> '' and finished_on is null)) as part,
  count(*) as whole
from to_guide
where first_interview_on is not null
group by all
