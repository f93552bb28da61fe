-- Checkup rate (特定健診実施率).
select
  m.insurer, m.fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(c.checkup_id is not null)) as part,
  count(*) as whole
from member m
left join checkup c on c.insurer = m.insurer and c.person = m.person and c.fiscal_year = m.fiscal_year and c.counted
where m.in_denominator
group by all
