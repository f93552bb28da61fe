-- People invited to guidance (利用案内の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(invited_on is not null)) as part,
  count(*) as whole
from to_guide
group by all
