-- Reduction by guidance (特定保健指導による対象者の減少率).
select
  e.insurer, e.fiscal_year, e.sex, e.age_band, e.member_type, e.employer, e.area,
  sum(one_if(e.level = '3')) as part,
  count(*) as whole
from examined e
join to_guide past on past.insurer = e.insurer and past.person = e.person and past.fiscal_year = e.fiscal_year - 1 and past.finished_on is not null
group by all
