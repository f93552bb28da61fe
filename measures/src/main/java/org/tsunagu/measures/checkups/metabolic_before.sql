-- People before metabolic syndrome (メタボリックシンドローム予備群割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(metabolic = '2')) as part,
  count(*) as whole
from examined
where metabolic in ('1', '2', '3')
group by all
