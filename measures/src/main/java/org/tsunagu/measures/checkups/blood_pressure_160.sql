-- Blood pressure of 160/100 or more (収縮期160または拡張期100mmHg以上の割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(holds)) as part,
  count(*) as whole
from marked
where mark = 'SBP-160'
group by all
