-- People to be guided (特定保健指導対象者割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, sum(one_if(level in ('1',
  '2'))) as part,
  count(*) as whole
from examined
where in_denominator
group by all
