-- People of lists seen by a doctor (リスト対象者の受診確認割合).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area, l.list,
  sum(one_if(l.seen)) as part,
  count(*) as whole
from member m
join list_entry l on l.insurer = m.insurer and l.person = m.person and l.fiscal_year = m.fiscal_year
group by all
