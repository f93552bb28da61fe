-- People contacted from lists (リスト対象者への連絡割合).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area, l.list,
  sum(one_if(l.contacted)) as part,
  count(*) as whole
from member m
join list_entry l on l.insurer = m.insurer and l.person = m.person and l.fiscal_year = m.fiscal_year
group by all
