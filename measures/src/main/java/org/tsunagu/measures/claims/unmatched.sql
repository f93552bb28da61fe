-- Claims matched to nobody (加入者と結び付かないレセプトの割合).
select
  c.insurer, c.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area,
  sum(one_if(m.person is null)) as part,
  count(*) as whole
from claim c
left join member m on m.insurer = c.insurer and m.person = c.person and m.fiscal_year = c.fiscal_year
group by all
